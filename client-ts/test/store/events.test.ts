import { beforeEach, describe, expect, it } from 'vitest';
import type { Event, User } from '../../src/protocol';
import { comparable, FakeServer } from '../../src/testing';
import type { Draughted } from '../../src/testing/log';
import { freshId, freshStore } from '../support';

let server: FakeServer;
let wren: User;
let moss: User;
let juniper: User;
let room: string;
let first: Event;
let second: Event;

function sent(from: User, body: string, more: object = {}): Event {
  return server.chat.happen({ type: 'message', conversation: room, id: freshId(), from: from.id, body, ...more });
}

beforeEach(() => {
  server = new FakeServer();
  wren = server.user('wren');
  moss = server.user('moss');
  juniper = server.user('juniper');
  server.user('rowan');
  room = server.room('Stables', [wren, moss, juniper]);
  first = sent(moss, 'hay has come');
  second = sent(wren, 'good');
  const place = { conversation: room, from: moss.id };
  server.chat.happen({ type: 'reacted', ...place, id: freshId(), target: second.position, emoji: '🐎', on: true });
  server.chat.happen({ type: 'pinned', ...place, id: freshId(), target: first.position, on: true });
});

/** Every kind of event that can follow, by name. */
const kinds: Record<string, () => Draughted> = {
  message: () => ({ type: 'message', conversation: room, id: freshId(), from: moss.id, body: 'more' }),
  'message that names me': () => ({
    type: 'message',
    conversation: room,
    id: freshId(),
    from: moss.id,
    body: '@wren',
    mentions: [wren.id],
  }),
  'message of mine': () => ({ type: 'message', conversation: room, id: freshId(), from: wren.id, body: 'mine' }),
  'reply in a thread': () => ({
    type: 'message',
    conversation: room,
    id: freshId(),
    from: moss.id,
    body: 'yes',
    thread: first.position,
  }),
  'repeat of an id': () => ({ ...(first as Extract<Event, { type: 'message' }>), body: 'again' }),
  edited: () => ({
    type: 'edited',
    conversation: room,
    id: freshId(),
    from: moss.id,
    target: first.position,
    body: 'straw has come',
  }),
  'edited to name me': () => ({
    type: 'edited',
    conversation: room,
    id: freshId(),
    from: moss.id,
    target: first.position,
    body: '@wren',
    mentions: [wren.id],
  }),
  deleted: () => ({ type: 'deleted', conversation: room, id: freshId(), from: moss.id, target: first.position }),
  reacted: () => ({
    type: 'reacted',
    conversation: room,
    id: freshId(),
    from: wren.id,
    target: first.position,
    emoji: '👍',
    on: true,
  }),
  'reaction taken back': () => ({
    type: 'reacted',
    conversation: room,
    id: freshId(),
    from: moss.id,
    target: second.position,
    emoji: '🐎',
    on: false,
  }),
  pinned: () => ({
    type: 'pinned',
    conversation: room,
    id: freshId(),
    from: wren.id,
    target: second.position,
    on: true,
  }),
  unpinned: () => ({
    type: 'pinned',
    conversation: room,
    id: freshId(),
    from: wren.id,
    target: first.position,
    on: false,
  }),
  voided: () => ({ type: 'voided', conversation: room, id: freshId(), from: moss.id }),
  'read of mine': () => ({ type: 'read', conversation: room, from: wren.id, upTo: second.position }),
  'read of another': () => ({ type: 'read', conversation: room, from: moss.id, upTo: second.position }),
  delivered: () => ({ type: 'delivered', conversation: room, from: moss.id, upTo: second.position }),
  joined: () => ({
    type: 'joined',
    conversation: room,
    from: wren.id,
    users: [[...server.users.keys()][3]!],
    role: 'member',
  }),
  left: () => ({ type: 'left', conversation: room, from: juniper.id, user: juniper.id, reason: 'left' }),
  role: () => ({ type: 'role', conversation: room, from: wren.id, user: moss.id, role: 'admin' }),
  'my role': () => ({ type: 'role', conversation: room, from: moss.id, user: wren.id, role: 'admin' }),
  room: () => ({ type: 'room', conversation: room, from: wren.id, changed: { name: 'Barn', topic: 'Hay' } }),
  mine: () => ({
    type: 'mine',
    conversation: `me:${wren.id}`,
    about: room,
    mine: { notify: 'none', favourite: true, hidden: false },
  }),
  blocked: () => ({ type: 'blocked', conversation: `me:${wren.id}`, user: moss.id, on: true }),
};

function shown(store: ReturnType<typeof freshStore>) {
  return { room: comparable(store.conversation(room).getSnapshot()), blocks: [...store.own.blocks.entries()] };
}

describe('stale snapshot plus live event equals fresh snapshot', () => {
  it.each(Object.entries(kinds))('for %s', (_, kind) => {
    const stale = freshStore(server, wren, room);

    stale.apply(server.chat.happen(kind()));

    expect(shown(stale)).toEqual(shown(freshStore(server, wren, room)));
  });

  it.each(Object.entries(kinds))('for %s, told twice and again by sync', (_, kind) => {
    const stale = freshStore(server, wren, room);
    const cursor = server.log.end;

    const event = server.chat.happen(kind());
    stale.apply(event);
    stale.apply(event);
    stale.synced(server.history.sync(wren.id, cursor, 0));
    stale.apply(event);

    expect(shown(stale)).toEqual(shown(freshStore(server, wren, room)));
  });

  it.each(Object.entries(kinds))('for %s before any page is loaded', (_, kind) => {
    const behind = server.log.end;
    const event = server.chat.happen(kind());
    server.history.readTo = behind;
    const ahead = freshStore(server, wren, room);
    ahead.apply(event);
    server.history.readTo = undefined;

    ahead.synced(server.history.sync(wren.id, behind, server.log.end));

    expect(shown(ahead)).toEqual(shown(freshStore(server, wren, room)));
  });
});

describe('the comparison', () => {
  const unseen = ['repeat of an id', 'voided'];

  it.each(Object.entries(kinds).filter(([name]) => !unseen.includes(name)))('notices a lost %s', (_, kind) => {
    const stale = freshStore(server, wren, room);

    server.chat.happen(kind());

    expect(shown(stale)).not.toEqual(shown(freshStore(server, wren, room)));
  });
});

describe('order and copies', () => {
  it('an amendment waits for its message', () => {
    const store = freshStore(server, wren, room);
    const cursor = server.log.end;
    const message = sent(juniper, 'typo');
    const edited = server.chat.happen({
      type: 'edited',
      conversation: room,
      id: freshId(),
      from: juniper.id,
      target: message.position,
      body: 'no typo',
    });

    store.apply(edited);
    store.apply(message);

    expect(store.conversation(room).getSnapshot().last).toMatchObject({ body: 'no typo', edited: { count: 1 } });
    expect(cursor).toBeLessThan(server.log.end);
  });

  it('a deletion is never undone, not even by an older page', () => {
    const store = freshStore(server, wren, room);
    const page = server.history.page(room, wren.id, {});
    store.apply(
      server.chat.happen({
        type: 'deleted',
        conversation: room,
        id: freshId(),
        from: wren.id,
        target: second.position,
      }),
    );

    store.page(room, page, {});

    const entry = store
      .conversation(room)
      .getSnapshot()
      .entries.find(({ position }) => position === second.position);
    expect(entry).toMatchObject({ deleted: { by: wren.id } });
    expect(entry).not.toHaveProperty('body');
  });

  it('of two messages with one id only the lower one shows, whichever came first', () => {
    const store = freshStore(server, wren, room);
    const id = freshId();
    const lower = server.chat.happen({ type: 'message', conversation: room, id, from: moss.id, body: 'once' });
    const higher = server.chat.happen({ type: 'message', conversation: room, id, from: moss.id, body: 'twice' });

    store.apply(higher);
    store.apply(lower);

    const bodies = store
      .conversation(room)
      .getSnapshot()
      .entries.map((entry) => 'body' in entry && entry.body);
    expect(bodies).toContain('once');
    expect(bodies).not.toContain('twice');
  });

  it('a limited sync forgets what was held but keeps live frames above it', () => {
    const store = freshStore(server, wren, room);
    const end = server.log.end;
    for (let i = 0; i < 60; i++) sent(moss, `bale ${i}`);
    server.history.limitedAbove = 10;
    const answer = server.history.sync(wren.id, end, 0);
    const live = sent(juniper, 'live');
    store.apply(live);

    store.synced(answer);

    const { entries, hasOlder } = store.conversation(room).getSnapshot();
    expect(entries).toHaveLength(51);
    expect(entries.at(-1)).toMatchObject({ body: 'live' });
    expect(hasOlder).toBe(true);
  });

  it('who was removed no longer sees the conversation', () => {
    const store = freshStore(server, wren, room);
    const end = server.log.end;
    server.chat.happen({ type: 'left', conversation: room, from: moss.id, user: wren.id, reason: 'removed' });

    store.synced(server.history.sync(wren.id, end, 0));

    expect(store.list.getSnapshot().conversations).toEqual([]);
    expect(store.conversation(room).getSnapshot().entries).toEqual([]);
  });
});
