import { beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock';
import type { User } from '../../src/protocol';
import { Store } from '../../src/store/store';
import { comparableEntry, FakeServer } from '../../src/testing';
import { freshId } from '../support';

let server: FakeServer;
let wren: User;
let moss: User;
let room: string;
let root: number;

function says(from: User, body: string, more: object = {}): number {
  return server.chat.happen({ type: 'message', conversation: room, id: freshId(), from: from.id, body, ...more })
    .position;
}

beforeEach(() => {
  server = new FakeServer();
  [wren, moss] = [server.user('wren'), server.user('moss')];
  room = server.room('Stables', [wren, moss]);
  root = says(moss, 'who feeds the grey one?');
  for (let i = 0; i < 8; i++) says(i % 2 ? wren : moss, `reply ${i}`, { thread: root });
  for (let i = 0; i < 80; i++) says(moss, `meanwhile ${i}`);
});

/** Knows the newest stretch of the main line only, as a page just opened does. */
function opened(): Store {
  const store = new Store(wren.id, systemClock);
  store.synced(server.history.sync(wren.id, undefined, 0));
  return store;
}

function pageOf(store: Store, limit: number, before?: number): void {
  const asked = { thread: root, limit, ...(before !== undefined && { before }) };
  const page = server.history.page(room, wren.id, asked);
  store.folded(room, (state) => state.threadPage(root, page));
}

const shown = (store: Store) => store.thread(room, root).getSnapshot();

describe('a thread', () => {
  it('is loaded page by page, and says whether there is more', () => {
    const store = opened();
    expect(shown(store)).toMatchObject({ loaded: false, replies: [] });

    pageOf(store, 5);
    expect(shown(store)).toMatchObject({ loaded: true, hasOlder: true });
    expect(shown(store).replies.map(({ body }) => body)).toEqual([3, 4, 5, 6, 7].map((i) => `reply ${i}`));

    pageOf(store, 5, shown(store).replies[0]!.position);
    expect(shown(store).hasOlder).toBe(false);
    expect(shown(store).replies).toHaveLength(8);
  });

  it('takes what comes live, as one loaded afterwards has it', () => {
    const stale = opened();
    pageOf(stale, 50);

    const event = server.chat.happen({
      type: 'message',
      conversation: room,
      id: freshId(),
      from: moss.id,
      body: 'I do',
      thread: root,
    });
    stale.apply(event);

    const fresh = opened();
    pageOf(fresh, 50);
    expect(shown(stale).replies.map(comparableEntry)).toEqual(shown(fresh).replies.map(comparableEntry));
    expect(shown(stale).replies.at(-1)?.body).toBe('I do');
  });

  it('does not shift the main line, however old its replies are', () => {
    const store = opened();
    const before = store
      .conversation(room)
      .getSnapshot()
      .entries.map(({ position }) => position);

    pageOf(store, 50);

    expect(
      store
        .conversation(room)
        .getSnapshot()
        .entries.map(({ position }) => position),
    ).toEqual(before);
  });

  it('is to be loaded anew after a sync that made the device forget', () => {
    const store = opened();
    pageOf(store, 50);
    const old = server.history.page(room, wren.id, { thread: root });
    says(moss, 'one more', { thread: root });

    store.synced(server.history.sync(wren.id, undefined, 0));
    expect(shown(store).loaded).toBe(false);

    store.folded(room, (state) => state.threadPage(root, old));
    expect(shown(store).loaded).toBe(false);
    pageOf(store, 50);
    expect(shown(store).replies.at(-1)?.body).toBe('one more');
  });
});

describe('a room as a plain call told it', () => {
  it('stands until a later event, and an event it already covers changes nothing', () => {
    const store = opened();
    const held = store.state(room)!;
    const seen = held.seen;
    const event = server.chat.happen({ type: 'room', conversation: room, from: wren.id, changed: { archived: true } });
    const called = new Map([['archived', true]]);

    store.folded(room, (state) =>
      state.roomTold(
        {
          id: room,
          name: 'Stables',
          topic: '',
          visibility: 'public',
          archived: called.get('archived')!,
          memberCount: 2,
          createdAt: event.at,
          settings: {
            history: 'all',
            posting: 'members',
            invite: 'members',
            everyone: 'admins',
            slowModeSeconds: 0,
          },
        },
        seen,
      ),
    );
    expect(store.conversation(room).getSnapshot()).toMatchObject({ archived: true, visibility: 'public' });

    store.apply(event);
    expect(store.conversation(room).getSnapshot().archived).toBe(true);
    store.apply(server.chat.happen({ type: 'room', conversation: room, from: wren.id, changed: { archived: false } }));
    expect(store.conversation(room).getSnapshot().archived).toBe(false);
  });
});
