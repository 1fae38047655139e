import { beforeEach, describe, expect, it } from 'vitest';
import type { Event, User } from '../../src/protocol';
import { FakeServer } from '../../src/testing';
import type { Draughted } from '../../src/testing/log';
import { freshId, freshStore } from '../support';

let server: FakeServer;
let wren: User;
let moss: User;
let juniper: User;
let room: string;
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
  sent(moss, 'hay has come');
  second = sent(wren, 'good');
});

describe('order and copies', () => {
  it('an amendment waits for its message', () => {
    const store = freshStore(server, wren, room);
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

  it('an edit by somebody else changes nothing', () => {
    const store = freshStore(server, wren, room);

    store.apply(
      server.chat.happen({
        type: 'edited',
        conversation: room,
        id: freshId(),
        from: juniper.id,
        target: second.position,
        body: 'forged',
      }),
    );

    const bodies = store
      .conversation(room)
      .getSnapshot()
      .entries.map((entry) => 'body' in entry && entry.body);
    expect(bodies).not.toContain('forged');
  });

  it('a change of the room that stands twice counts once', () => {
    const store = freshStore(server, wren, room);
    const place = { conversation: room, from: wren.id };
    const joined: Draughted = { type: 'joined', ...place, users: [juniper.id], role: 'member', change: 8 };
    const first = server.log.append(joined);
    const second = server.log.append({ type: 'left', ...place, user: juniper.id, reason: 'left', change: 9 });
    const repeat = server.log.append(joined);

    for (const event of [first, second, repeat]) store.apply(event);

    const { members, memberCount } = store.conversation(room).getSnapshot();
    expect(members.map(({ user }) => user)).not.toContain(juniper.id);
    expect(memberCount).toBe(2);
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
