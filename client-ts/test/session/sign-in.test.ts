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
