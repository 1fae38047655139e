import { describe, expect, it } from 'vitest';
import { createClient } from '../../src';
import { pass } from '../support';
import { bench as freshBench } from './bench';

const current = freshBench();

describe('signing in and out', () => {
  it('without a session the page is signed out', async () => {
    const bench = current();
    const { server } = bench;
    const client = await bench.started(server.device(undefined));

    expect(client.identity.getSnapshot()).toEqual({ is: 'signed-out' });
  });

  it('login connects, logout forgets', async () => {
    const bench = current();
    const { server, moss, dm } = bench;
    const client = await bench.started(server.device(undefined));
    server.chat.happen({ type: 'message', conversation: dm, id: 'x', from: moss.id, body: 'hello' });
    const login = client.login({ username: 'wren', password: 'a long enough one' });
    await pass();
    expect(await login).toMatchObject({ username: 'wren' });
    await pass();
    expect(client.conversations.getSnapshot().conversations).toMatchObject([{ id: dm, unread: 1 }]);

    await client.logout();

    expect(client.identity.getSnapshot()).toEqual({ is: 'signed-out' });
    expect(client.conversations.getSnapshot().conversations).toEqual([]);
  });

  it('a session ended elsewhere signs the page out and keeps what was not sent', async () => {
    const bench = current();
    const { server, wren, dm } = bench;
    const client = await bench.signedIn(wren);
    server.faults.swallow = true;
    client.send({ conversation: dm, body: 'unsent' });
    await pass();

    bench.devices[0]!.cut(4001);
    await pass();

    expect(client.identity.getSnapshot()).toEqual({ is: 'signed-out' });
    server.faults.swallow = false;
    const again = await bench.started(bench.devices[0]!.reloaded());
    await again.open(dm);
    await pass(12_000);
    expect(bench.bodies(again)).toEqual(['unsent']);
  });

  it('calls that come a moment after the end reject or do nothing, and never throw', async () => {
    const bench = current();
    const { wren, dm } = bench;
    const client = await bench.signedIn(wren);
    bench.devices[0]!.cut(4001);
    await pass();

    client.markRead(dm);
    client.markUnread(dm, 1);
    client.typing(dm);
    client.discard(dm, 'x');
    await expect(client.open(dm)).rejects.toThrow('nobody is signed in');
    await expect(client.loadOlder(dm)).rejects.toThrow('nobody is signed in');
    await expect(client.loadNewer(dm)).rejects.toThrow('nobody is signed in');
  });

  it('another tab that signs in as somebody else takes this page along', async () => {
    const bench = current();
    const { server, wren, moss, dm } = bench;
    const client = await bench.signedIn(wren);
    server.chat.happen({
      type: 'message',
      conversation: `dm:${moss.id}:${moss.id}`,
      id: 'n',
      from: moss.id,
      body: 'note',
    });
    server.chat.happen({ type: 'message', conversation: dm, id: 'x', from: wren.id, body: 'hello' });

    bench.devices[0]!.cookies.user = moss;
    bench.devices[0]!.cut();
    await pass(3_000);

    expect(client.identity.getSnapshot()).toMatchObject({ is: 'signed-in', user: { id: moss.id } });
    const { conversations } = client.conversations.getSnapshot();
    expect(conversations).toHaveLength(2);
    expect(conversations.find(({ id }) => id === dm)).toMatchObject({ unread: 1, last: { own: false } });
  });

  it('stopped while it was starting, the page does not start', async () => {
    const { server, wren } = current();
    const client = createClient(server.device(wren).ports);
    const starting = client.start();
    client.stop();
    await pass();
    await starting;
    await pass(5_000);

    expect(server.chat.sockets.size).toBe(0);
  });

  it('while nobody answers the page does not know, and asks on', async () => {
    const bench = current();
    const { server, wren } = bench;
    server.faults.unreachable = true;
    const device = server.device(wren);
    const client = createClient(device.ports);
    bench.clients.push(client);
    void client.start();
    await pass(5_000);
    expect(client.identity.getSnapshot()).toEqual({ is: 'unknown' });

    server.faults.unreachable = false;
    await pass(40_000);

    expect(client.identity.getSnapshot()).toMatchObject({ is: 'signed-in' });
  });
});
