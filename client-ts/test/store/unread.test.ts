import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ConversationId, UserId } from '../../src/protocol';
import { played, type Step } from './played';

/** Written by history-service's UnreadDefinitionTest, from answers of the real service; see client-ts/README.md. */
interface Run {
  readonly seed: number;
  readonly me: UserId;
  readonly conversation: ConversationId;
  readonly devices: Readonly<Record<'steady' | 'torn' | 'fresh', readonly Step[]>>;
  /** What rule 4 says, computed from the log alone; null for one who is no member any more. */
  readonly told: Unread | null;
}
interface Unread {
  readonly unread: number;
  readonly mentions: number;
  readonly readPosition: number;
  readonly firstUnread?: number;
}

const file = fileURLToPath(new URL('unread.json', import.meta.url));
const runs = JSON.parse(readFileSync(file, 'utf8')) as readonly Run[];

describe('unread and mentions on three devices', () => {
  it('is shown of runs in which something is unread and somebody is named', () => {
    expect(runs.filter(({ told }) => told && told.unread > 0).length).toBeGreaterThan(2);
    expect(runs.filter(({ told }) => told && told.mentions > 0).length).toBeGreaterThan(1);
  });

  it('is shown of somebody who missed more than one answer holds', () => {
    const limited = runs.filter(({ conversation, devices, told }) => {
      const last = devices.torn.findLast((step) => step.kind === 'sync');
      return told && last?.what.conversations.some((one) => one.id === conversation && one.limited === true);
    });
    const heard = ({ devices }: Run) => devices.steady.filter(({ kind }) => kind === 'live').length;
    expect(limited.filter((run) => heard(run) > 1_000)).toHaveLength(1);
  });

  it.each(
    runs.flatMap(({ seed, me, conversation, devices, told }) =>
      Object.entries(devices).map(([device, steps]) => [seed, device, me, conversation, steps, told] as const),
    ),
  )('is what rule 4 says, seed %i, %s', (_seed, _device, me, conversation, steps, told) => {
    const store = played(me, steps);

    if (!told) {
      expect(store.list.getSnapshot().conversations.map(({ id }) => id)).not.toContain(conversation);
      return;
    }
    const { unread, mentions, readPosition, firstUnread } = store.conversation(conversation).getSnapshot();
    expect({ unread, mentions, readPosition, firstUnread }).toEqual({ firstUnread: undefined, ...told });
  });
});
