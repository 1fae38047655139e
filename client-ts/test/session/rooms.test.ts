import { describe, expect, it } from 'vitest';
import { pass } from '../support';
import { bench as freshBench } from './bench';

const current = freshBench();

describe('a room', () => {
  it('that somebody made is listed with name and role, and one that was left is not', async () => {
    const bench = current();
    const a = await bench.signedIn(bench.wren);

    const creating = a.api.rooms.create({ name: 'Stables', topic: 'Hay', visibility: 'public' });
    await pass();
    const { id } = await creating;
    await pass();
    expect(a.conversations.getSnapshot().conversations).toMatchObject([{ id, name: 'Stables', role: 'owner' }]);

    const leaving = a.api.rooms.leave(id);
    await pass();
    await leaving;
    await pass();
    expect(a.conversations.getSnapshot().conversations).toEqual([]);
  });

  it('tells its settings once it is asked, and follows their changes', async () => {
    const bench = current();
    const { server, wren, moss } = bench;
    const room = server.room('Stables', [moss, wren], { visibility: 'private' });
    for (let i = 0; i < 80; i++) {
      const id = `019a3c5e-0000-7000-8001-${String(i).padStart(12, '0')}`;
      server.chat.happen({ type: 'message', conversation: room, from: moss.id, id, body: `${i}` });
    }
    const a = await bench.signedIn(wren);
    await Promise.all([a.open(room), pass()]);
    expect(a.conversation(room).getSnapshot().visibility).toBeUndefined();

    await Promise.all([a.loadRoom(room), pass()]);
    expect(a.conversation(room).getSnapshot()).toMatchObject({
      visibility: 'private',
      settings: { posting: 'members' },
    });

    const changing = server.rest.fetchFor({ user: moss })(`/api/rooms/${room}`, {
      method: 'PATCH',
      body: JSON.stringify({ settings: { posting: 'admins' } }),
    });
    await Promise.all([changing, pass()]);
    expect(a.conversation(room).getSnapshot().settings).toMatchObject({ posting: 'admins', history: 'all' });
  });

  it('that is watched says who is there, by names and number, and no more once it is not', async () => {
    const bench = current();
    const { server, wren, moss } = bench;
    const room = server.room('Stables', [moss, wren]);
    const a = await bench.signedIn(wren);
    const here = () => a.online.getSnapshot().get(room);

    const stop = a.watchRoom(room);
    await pass(200);
    expect(here()).toEqual({ total: 1, users: [wren.id] });

    server.chat.tell({ type: 'online', conversation: room, total: 2, came: [moss.id] }, ({ id }) => id === wren.id);
    await pass();
    expect(here()).toEqual({ total: 2, users: [wren.id, moss.id] });
    server.chat.tell({ type: 'online', conversation: room, total: 1, went: [wren.id] }, ({ id }) => id === wren.id);
    await pass();
    expect(here()).toEqual({ total: 1, users: [moss.id] });

    bench.devices[0]!.cut();
    await pass(10);
    expect(here()).toBeUndefined();
    await pass(5_000);
    expect(here()?.total).toBe(1);
    stop();
    expect(here()).toBeUndefined();
  });
});

describe('blocks', () => {
  it('made before this device was there are known, and follow every change', async () => {
    const bench = current();
    const { server, wren, moss } = bench;
    const other = await bench.signedIn(wren);
    await Promise.all([other.api.blocks.add(moss.id), pass()]);
    server.history.readTo = 0;

    const a = await bench.signedIn(wren);
    expect([...a.blocks.getSnapshot()]).toEqual([moss.id]);

    await Promise.all([other.api.blocks.remove(moss.id), pass()]);
    expect([...a.blocks.getSnapshot()]).toEqual([]);
  });
});
