import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../src/clock';
import { readFrame } from '../src/connection/frames';
import { isEvent, type Event, type Page, type SyncAnswer } from '../src/protocol';
import { Store } from '../src/store/store';

const folder = new URL('../../contracts/fixtures/', import.meta.url);

function fixtures(kind: string): [string, unknown][] {
  const names = readdirSync(new URL(`${kind}/`, folder)).filter((name) => name.endsWith('.json'));
  return names.map((name) => [name, JSON.parse(readFileSync(new URL(`${kind}/${name}`, folder), 'utf8'))]);
}

function fixture<T>(kind: string, name: string): T {
  return fixtures(kind).find(([file]) => file === name)![1] as T;
}

const me = '01JD3Z8M5Q0W7X9Y2B4C6D8E0F';

describe('the golden fixtures of the contract', () => {
  it.each(fixtures('server'))('frame %s is read as it stands', (_, value) => {
    expect(readFrame(JSON.stringify(value))).toEqual(value);
  });

  it.each(fixtures('log'))('log record %s is an event once it has its place', (name, value) => {
    const event = { ...(value as Event), position: 1, at: '2026-11-01T00:00:00.000Z' };

    expect(isEvent(readFrame(JSON.stringify(event))!), name).toBe(true);
  });

  it.each(fixtures('server').filter(([, value]) => isEvent(value as Event)))(
    'event %s is folded, twice as once',
    (_, value) => {
      const store = new Store(me, systemClock);
      const event = value as Event;

      store.apply(event);
      const once = JSON.stringify(store.whole());
      store.apply(event);

      expect(JSON.stringify(store.whole())).toBe(once);
    },
  );

  it('a sync answer is folded', () => {
    const store = new Store(me, systemClock);
    const answer = fixture<SyncAnswer>('rest', 'SyncAnswer.json');

    store.synced(answer);

    const { conversations } = store.list.getSnapshot();
    expect(conversations.map(({ id }) => id)).toEqual([answer.conversations[0]!.id]);
    expect(conversations[0]).toMatchObject({ kind: 'dm', mine: { favourite: true }, last: { position: 42 } });
  });

  it('a page is folded', () => {
    const store = new Store(me, systemClock);
    const page = fixture<Page>('rest', 'Page.json');

    store.page('room:x', page, {});

    expect(store.conversation('room:x').getSnapshot().entries).toHaveLength(page.messages.length);
  });
});
