import { beforeEach, describe, expect, it } from 'vitest';
import type { Event, User } from '../../src/protocol';
import { comparable, comparableEntry, FakeServer } from '../../src/testing';
import type { Draughted } from '../../src/testing/log';
import { fakeSettings } from '../../src/testing/room-state';
import { freshId, freshStore } from '../support';

let server: FakeServer;
let wren: User;
let moss: User;
let juniper: User;
let room: string;
let first: Event;
let second: Event;
let reply: Event;

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
  reply = sent(wren, 'very', { thread: first.position });
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
  'room settings': () => ({
    type: 'room',
    conversation: room,
    from: wren.id,
    changed: { settings: { ...fakeSettings, posting: 'admins', slowModeSeconds: 30 } },
  }),
  'room archived': () => ({ type: 'room', conversation: room, from: wren.id, changed: { archived: true } }),
  'room made private': () => ({ type: 'room', conversation: room, from: wren.id, changed: { visibility: 'private' } }),
  'reply deleted': () => ({
    type: 'deleted',
    conversation: room,
    id: freshId(),
    from: wren.id,
    target: reply.position,
  }),
  'reply edited': () => ({
    type: 'edited',
    conversation: room,
    id: freshId(),
    from: wren.id,
    target: reply.position,
    body: 'better',
  }),
  mine: () => ({
    type: 'mine',
    conversation: `me:${wren.id}`,
    about: room,
    mine: { notify: 'none', favourite: true, hidden: false },
  }),
  blocked: () => ({ type: 'blocked', conversation: `me:${wren.id}`, user: moss.id, on: true }),
};

function shown(store: ReturnType<typeof freshStore>) {
  const thread = store.thread(room, first.position).getSnapshot();
  return {
    room: comparable(store.conversation(room).getSnapshot()),
    replies: thread.replies.map(comparableEntry),
    blocks: [...store.own.blocks.entries()],
    blocked: [...store.own.blockedNow.getSnapshot()],
  };
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
