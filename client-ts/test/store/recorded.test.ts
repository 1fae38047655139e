import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { UserId } from '../../src/protocol';
import type { Store } from '../../src/store/store';
import { comparable } from '../../src/testing';
import { played, type Step } from './played';

/** Written by history-service's LivePathTest, from answers of the real service; see client-ts/README.md. */
interface Run {
  readonly seed: number;
  readonly me: UserId;
  readonly steps: readonly Step[];
  readonly fresh: readonly Step[];
}
const file = fileURLToPath(new URL('recorded.json', import.meta.url));
const runs = JSON.parse(readFileSync(file, 'utf8')) as readonly Run[];

/**
 * Without what history's answers do not tell and only a live frame does: the number of a change, and whether a room is
 * archived.
 */
function shown(store: Store, id: string): unknown {
  const { archived: _, ...snapshot } = store.conversation(id).getSnapshot();
  const told = comparable(snapshot) as { entries: { line?: object }[]; last?: { line?: object } };
  const plain = (entry?: { line?: object }) =>
    entry?.line ? { ...entry, line: { ...entry.line, change: undefined } } : entry;
  return { ...told, entries: told.entries.map(plain), last: plain(told.last) };
}

describe('what the real history service answered', () => {
  it('is enough to be recorded', () => {
    expect(runs.length).toBeGreaterThan(5);
    const types = new Set(
      runs.flatMap(({ steps }) => steps.flatMap(({ kind, what }) => (kind === 'live' ? [what.type] : []))),
    );
    expect(types.size).toBe(14);
  });

  it.each(runs.map((run) => [run.seed, run.me, run] as const))(
    'makes a client that lost frames equal to a fresh one, seed %i, %s',
    (_seed, me, { steps, fresh }) => {
      const store = played(me, steps);
      const other = played(me, fresh);

      for (const id of other.ids) expect(shown(store, id), id).toEqual(shown(other, id));
      const listed = (of: Store) => of.list.getSnapshot().conversations.map(({ id }) => id);
      expect(listed(store)).toEqual(listed(other));
    },
  );
});
