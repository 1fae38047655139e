import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock';
import type { Event, User } from '../../src/protocol';
import { Store } from '../../src/store/store';
import { restored, stored } from '../../src/store/stored';
import { comparable, FakeServer } from '../../src/testing';
import { freshId, freshStore, loadAll } from '../support';

const runs = 300;
const eventsPerRun = 60;

/** One random thing that somebody does. */
function happening(server: FakeServer, room: string, people: readonly User[]): Event {
  const { random } = server;
  const from = people[Math.floor(random() * people.length)]!.id;
  const other = people[Math.floor(random() * people.length)]!.id;
  const messages = server.log.of(room).filter(({ type }) => type === 'message');
  const target = messages[Math.floor(random() * messages.length)]?.position;
  const place = { conversation: room, from };
  const amend = { ...place, id: freshId(), target: target ?? 0 };
  const dice = Math.floor(random() * (target === undefined ? 1 : 13));
  switch (dice) {
    case 1:
      return server.log.append({ ...amend, type: 'edited', body: `edit ${random()}` });
    case 2:
      return server.log.append({ ...amend, type: 'deleted' });
    case 3:
    case 4:
      return server.log.append({ ...amend, type: 'reacted', emoji: random() < 0.5 ? '👍' : '🐎', on: random() < 0.6 });
    case 5:
      return server.log.append({ ...amend, type: 'pinned', on: random() < 0.5 });
    case 6:
      return server.log.append({ ...place, type: 'read', upTo: target! });
    case 7:
      return server.log.append({ ...place, type: 'delivered', upTo: target! });
    case 8:
      return server.log.append({ ...place, type: 'room', changed: { name: `Stables ${Math.floor(random() * 9)}` } });
    case 9:
      return server.log.append({ ...place, type: 'role', user: other, role: random() < 0.5 ? 'admin' : 'member' });
    case 10: {
      const repeated = messages[Math.floor(random() * messages.length)] as Extract<Event, { type: 'message' }>;
      return server.log.append({ ...repeated });
    }
    case 11:
      return server.log.append({ ...place, type: 'voided', id: freshId() });
    default: {
      const thread = target !== undefined && random() < 0.2 ? { thread: target } : {};
      const named = random() < 0.2 ? { mentions: [other] } : {};
      return server.log.append({
        ...place,
        type: 'message',
        id: freshId(),
        body: `hay ${random()}`,
        ...thread,
        ...named,
      });
    }
  }
}

/** Plays one run: a client that loses, doubles and shuffles live frames and syncs, pages and reloads as it likes. */
function play(seed: number, dropAll: boolean): void {
  const server = new FakeServer({ seed });
  const { random } = server;
  const people = ['wren', 'moss', 'juniper'].map((name) => server.user(name));
  const me = people[0]!;
  const room = server.room('Stables', people);
  server.history.limitedAbove = random() < 0.3 ? 12 : 1000;
  let store = new Store(me.id, systemClock);
  let cursor: number | undefined;
  const onTheWay: Event[] = [];
  const sync = (): void => {
    const answer = server.history.sync(me.id, cursor, 0);
    store.synced(answer);
    cursor = Number(answer.cursor);
  };
  for (let i = 0; i < eventsPerRun; i++) {
    const event = happening(server, room, people);
    if (!dropAll && random() < 0.7) onTheWay.push(event);
    if (random() < 0.1) onTheWay.push(event);
    while (onTheWay.length > 0 && random() < 0.6) {
      store.apply(onTheWay.splice(Math.floor(random() * onTheWay.length), 1)[0]!);
    }
    const dice = random();
    if (dice < 0.05) sync();
    else if (dice < 0.08 && cursor !== undefined) loadAll(server, store, room, 7);
    else if (dice < 0.1 && cursor !== undefined) store = reloaded(store, me);
    server.history.readTo =
      random() < 0.3 ? Math.max(cursor ?? 0, server.log.end - Math.floor(random() * 10)) : undefined;
  }
  for (const event of onTheWay) store.apply(event);

  server.history.readTo = undefined;
  sync();
  loadAll(server, store, room);

  const fresh = freshStore(server, me, room);
  expect(comparable(store.conversation(room).getSnapshot()), `seed ${seed}`).toEqual(
    comparable(fresh.conversation(room).getSnapshot()),
  );
}

/** Everything arrives, in any order and some of it twice, and no sync helps. */
function shuffle(seed: number): void {
  const server = new FakeServer({ seed });
  const { random } = server;
  const people = ['wren', 'moss', 'juniper'].map((name) => server.user(name));
  const me = people[0]!;
  const room = server.room('Stables', people);
  for (let i = 0; i < 10; i++) happening(server, room, people);
  const store = freshStore(server, me, room);
  const events = Array.from({ length: eventsPerRun }, () => happening(server, room, people));
  const twice = events.filter(() => random() < 0.3);
  const arrivals = [...events, ...twice].map((event) => ({ event, key: random() })).sort((a, b) => a.key - b.key);

  for (const { event } of arrivals) store.apply(event);

  const fresh = freshStore(server, me, room);
  expect(comparable(store.conversation(room).getSnapshot()), `seed ${seed}`).toEqual(
    comparable(fresh.conversation(room).getSnapshot()),
  );
}

/** What a page that is loaded again has: everything as it was stored. */
function reloaded(store: Store, me: User): Store {
  const next = new Store(me.id, systemClock);
  next.restore(JSON.parse(JSON.stringify(store.whole())) as ReturnType<Store['whole']>, store.own.stored);
  return next;
}

describe('whatever the live path loses, one checkpoint later a client equals a fresh one', () => {
  it('with frames dropped, doubled and shuffled', () => {
    for (let seed = 1; seed <= runs; seed++) play(seed, false);
  });

  it('with every live frame dropped', () => {
    for (let seed = 1; seed <= runs / 3; seed++) play(10_000 + seed, true);
  });
});

describe('live frames alone', () => {
  it('come to the same state in any order, any number of times', () => {
    for (let seed = 1; seed <= runs / 3; seed++) shuffle(20_000 + seed);
  });
});

describe('a stored conversation', () => {
  it('comes back as it was', () => {
    const server = new FakeServer({ seed: 7 });
    const people = ['wren', 'moss'].map((name) => server.user(name));
    const room = server.room('Stables', people);
    for (let i = 0; i < 100; i++) happening(server, room, people);
    const store = freshStore(server, people[0]!, room);

    const again = restored(stored(store.state(room)!), people[0]!.id);

    expect(stored(again)).toEqual(stored(store.state(room)!));
  });
});
