import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock';
import type { User } from '../../src/protocol';
import { IndexedDbStorage } from '../../src/storage/indexeddb';
import { MemoryStorage } from '../../src/storage/memory';
import type { DeviceStorage, UserStorage } from '../../src/storage/port';
import { Store } from '../../src/store/store';
import { Keeper } from '../../src/sync/keeper';
import { comparable, FakeServer } from '../../src/testing';
import { freshId } from '../support';

const makers: Record<string, () => DeviceStorage> = {
  memory: () => new MemoryStorage(),
  IndexedDB: () => new IndexedDbStorage(new IDBFactory()),
};

describe.each(Object.entries(makers))('%s', (_, make) => {
  let server: FakeServer;
  let wren: User;
  let moss: User;
  let dm: string;
  let room: string;
  let storage: DeviceStorage;

  beforeEach(() => {
    server = new FakeServer();
    wren = server.user('wren');
    moss = server.user('moss');
    dm = `dm:${wren.id}:${moss.id}`;
    room = server.room('Stables', [wren, moss]);
    storage = make();
  });

  function happens(conversation: string, body: string): void {
    server.chat.happen({ type: 'message', conversation, id: freshId(), from: moss.id, body });
  }

  /** One tab: a store and what keeps it. */
  async function tab(): Promise<{ store: Store; keeper: Keeper; sync: () => Promise<void>; opened: UserStorage }> {
    const opened = await storage.open(wren.id);
    const store = new Store(wren.id, systemClock);
    const keeper = new Keeper(opened, store, systemClock);
    let cursor: number | undefined;
    const sync = async (): Promise<void> => {
      const answer = server.history.sync(wren.id, cursor, 0);
      cursor = Number(answer.cursor);
      store.synced(answer);
      keeper.save(answer.cursor);
      await keeper.settled;
    };
    return { store, keeper, sync, opened };
  }

  /** What a page loaded now shows after it has synced from what is stored. */
  async function reloaded(): Promise<Store> {
    const opened = await storage.open(wren.id);
    const state = (await opened.state())!;
    const store = new Store(wren.id, systemClock);
    store.restore(state.conversations, state.own);
    store.synced(server.history.sync(wren.id, Number(state.cursor), 0));
    return store;
  }

  function shown(store: Store): unknown[] {
    return [dm, room].map((id) => comparable(store.conversation(id).getSnapshot()));
  }

  it('holds nothing at first', async () => {
    const opened = await storage.open(wren.id);

    expect(await opened.state()).toBeUndefined();
    expect(await opened.items()).toEqual([]);
  });

  it('gives back state and cursor as they were', async () => {
    happens(dm, 'hello');
    const { store, sync } = await tab();
    await sync();

    expect(shown(await reloaded())).toEqual(shown(store));
  });

  it('two tabs that write in turns never leave a state below its cursor', async () => {
    const [a, b] = [await tab(), await tab()];
    happens(dm, 'one');
    await a.sync();
    await b.sync();
    happens(room, 'two');
    await a.sync();
    happens(dm, 'three');
    await b.sync();
    happens(dm, 'four');
    await a.sync();

    expect(shown(await reloaded())).toEqual(shown(a.store));
  });

  it('after a write that failed the next one is whole', async () => {
    const a = await tab();
    happens(dm, 'one');
    await a.sync();
    const save = a.opened.save.bind(a.opened);
    a.opened.save = () => Promise.reject(new Error('full'));
    happens(room, 'two');
    await a.sync();
    a.opened.save = save;
    happens(dm, 'three');
    await a.sync();

    expect(shown(await reloaded())).toEqual(shown(a.store));
  });

  it('forgets conversations that are gone, and on reset all but the outbox', async () => {
    const a = await tab();
    happens(dm, 'one');
    await a.sync();
    server.chat.happen({ type: 'left', conversation: room, from: wren.id, user: wren.id, reason: 'left' });
    await a.sync();
    expect((await a.opened.state())!.conversations.map(({ id }) => id)).toEqual([dm]);
    await a.opened.put({
      id: 'x',
      owner: 'a',
      number: 1,
      at: '',
      state: 'pending',
      command: { type: 'delete', id: 'x', conversation: dm, position: 1 },
    });

    a.keeper.reset();
    await a.keeper.settled;

    expect(await a.opened.state()).toBeUndefined();
    expect(await a.opened.items()).toHaveLength(1);
    await a.opened.remove('x');
    expect(await a.opened.items()).toEqual([]);
  });

  it('forgets a user altogether', async () => {
    const a = await tab();
    await a.sync();
    a.opened.close();

    await storage.forget(wren.id);

    expect(await (await storage.open(wren.id)).state()).toBeUndefined();
  });
});
