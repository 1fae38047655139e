import { describe, expect, it } from 'vitest';
import { comparable } from '../../src/testing';
import { pass } from '../support';
import { bench as freshBench } from './bench';

const current = freshBench();

describe('when something breaks', () => {
  it('a message without an answer goes again with the same id on the next socket, and shows once', async () => {
    const bench = current();
    const { server, wren, moss, dm } = bench;
    const [a, b] = [await bench.signedIn(wren), await bench.signedIn(moss)];
    await Promise.all([a.open(dm), b.open(dm)]);
    server.faults.neverAnswer = true;
    server.faults.drop = () => true;
    a.send({ conversation: dm, body: 'once' });
    await pass();
    bench.devices[0]!.cut();
    server.faults.neverAnswer = false;
    server.faults.drop = () => false;

    await pass(20_000);

    const sends = server.chat.heard.filter((frame) => frame.type === 'send');
    expect(new Set(sends.map(({ id }) => id)).size).toBe(1);
    expect(bench.bodies(a)).toEqual(['once']);
    server.chat.checkpoint();
    await pass();
    expect(bench.bodies(b)).toEqual(['once']);
  });

  it('nothing is given up while there is no answer at all', async () => {
    const bench = current();
    const { server, wren, dm } = bench;
    const a = await bench.signedIn(wren);
    server.faults.swallow = true;
    a.send({ conversation: dm, body: 'patience' });

    await pass(120_000);

    const sends = server.chat.heard.filter((frame) => frame.type === 'send');
    expect(sends.length).toBeGreaterThan(10);
    expect(sends[0]).not.toHaveProperty('again');
    expect(sends.slice(1).every(({ again }) => again)).toBe(true);
    expect(a.conversation(dm).getSnapshot().pending).toMatchObject([{ state: 'pending' }]);

    server.faults.swallow = false;
    await pass(10_000);
    expect(a.conversation(dm).getSnapshot().pending).toEqual([]);
  });

  it('a final rejection shows as failed and can be tried again or discarded', async () => {
    const bench = current();
    const { server, wren, dm } = bench;
    const a = await bench.signedIn(wren);
    await a.open(dm);
    server.faults.refuse = { code: 'blocked' };
    const id = a.send({ conversation: dm, body: 'let me in' });
    await pass();
    expect(a.conversation(dm).getSnapshot().pending).toMatchObject([{ id, state: 'failed', code: 'blocked' }]);

    server.faults.refuse = undefined;
    a.retry(dm, id);
    await pass();

    expect(a.conversation(dm).getSnapshot().pending).toEqual([]);
    expect(bench.bodies(a)).toEqual(['let me in']);
  });

  it('a retryable rejection is tried again after the delay the server named, not before', async () => {
    const bench = current();
    const { server, wren, dm } = bench;
    const a = await bench.signedIn(wren);
    server.faults.refuse = { code: 'rate', retryAfterMillis: 3_000 };
    a.send({ conversation: dm, body: 'slowly' });
    await pass(2_900);
    expect(server.chat.heard.filter(({ type }) => type === 'send')).toHaveLength(1);

    server.faults.refuse = undefined;
    await pass(200);

    expect(server.chat.heard.filter(({ type }) => type === 'send')).toHaveLength(2);
    expect(a.conversation(dm).getSnapshot().pending).toEqual([]);
  });

  it('the order of messages of one conversation is kept over retries', async () => {
    const bench = current();
    const { server, wren, dm } = bench;
    const a = await bench.signedIn(wren);
    await a.open(dm);
    server.faults.swallow = true;
    for (const body of ['one', 'two', 'three']) a.send({ conversation: dm, body });
    await pass(15_000);
    server.faults.swallow = false;

    await pass(30_000);

    expect(bench.bodies(a)).toEqual(['one', 'two', 'three']);
  });

  it('an accepted message stays in sight while history cannot be read', async () => {
    const bench = current();
    const { server, wren, dm } = bench;
    const a = await bench.signedIn(wren);
    server.faults.unreachable = true;
    await expect(a.open(dm)).rejects.toMatchObject({ code: 'unreachable' });

    a.send({ conversation: dm, body: 'still here' });
    await pass();

    expect(a.conversation(dm).getSnapshot()).toMatchObject({ pending: [], loaded: false, hasOlder: true });
    expect(bench.bodies(a)).toEqual(['still here']);
  });

  it('what came live is shown again after a reload without network', async () => {
    const bench = current();
    const { server, wren, moss, dm } = bench;
    await bench.signedIn(wren);
    server.chat.happen({ type: 'message', conversation: dm, id: 'x', from: moss.id, body: 'live' });
    await pass(3_000);

    server.history.sync = () => {
      throw new Error('history is away');
    };
    const again = await bench.started(bench.devices[0]!.reloaded());

    expect(bench.bodies(again)).toEqual(['live']);
  });

  it('the outbox survives a reload', async () => {
    const bench = current();
    const { server, wren, dm } = bench;
    const a = await bench.signedIn(wren);
    bench.devices[0]!.network(false);
    a.send({ conversation: dm, body: 'kept' });
    await pass();

    const again = await bench.started(bench.devices[0]!.reloaded());
    await again.open(dm);
    await pass(12_000);

    expect(bench.bodies(again)).toEqual(['kept']);
    expect(server.chat.heard.filter((frame) => frame.type === 'send')).toMatchObject([{ again: true }]);
  });

  it('what live frames lost is there after one checkpoint, without a reconnect', async () => {
    const bench = current();
    const { server, wren, moss, dm } = bench;
    const [a, b] = [await bench.signedIn(wren), await bench.signedIn(moss)];
    await Promise.all([a.open(dm), b.open(dm)]);
    server.faults.drop = () => server.random() < 0.5;
    for (let i = 0; i < 40; i++) {
      (i % 2 ? a : b).send({ conversation: dm, body: `bale ${i}` });
      await pass();
    }
    server.faults.drop = () => false;

    server.chat.checkpoint();
    await pass(5_000);

    const fresh = await bench.signedIn(moss);
    await fresh.open(dm);
    await fresh.loadOlder(dm);
    await b.loadOlder(dm);
    expect(comparable(b.conversation(dm).getSnapshot())).toEqual(comparable(fresh.conversation(dm).getSnapshot()));
    expect(b.connection.getSnapshot()).toMatchObject({ is: 'live' });
  });

  it('while history is behind the page is catching up, still shows what is live, and then is whole', async () => {
    const bench = current();
    const { server, wren, moss, dm } = bench;
    const a = await bench.signedIn(wren);
    await a.open(dm);
    server.history.readTo = server.log.end;
    server.chat.happen({ type: 'message', conversation: dm, id: 'x', from: moss.id, body: 'missed' });
    bench.devices[0]!.cut();
    await pass(2_000);
    expect(a.connection.getSnapshot()).toMatchObject({ is: 'catching-up' });
    server.chat.happen({ type: 'message', conversation: dm, id: 'y', from: moss.id, body: 'live' });
    await pass(4_000);
    expect(bench.bodies(a)).toContain('live');

    server.history.readTo = undefined;
    await pass(30_000);

    expect(a.connection.getSnapshot()).toMatchObject({ is: 'live' });
    expect(bench.bodies(a)).toEqual(['missed', 'live']);
  });

  it('reload drops what was held and loads anew', async () => {
    const bench = current();
    const { server, wren, moss, dm } = bench;
    const a = await bench.signedIn(wren);
    server.chat.happen({ type: 'message', conversation: dm, id: 'x', from: moss.id, body: 'old' });
    await a.open(dm);
    await pass();
    server.faults.reload = true;
    server.chat.checkpoint();

    await pass(2_000);

    expect(bench.bodies(a)).toEqual(['old']);
    expect(a.conversations.getSnapshot()).toMatchObject({ loaded: true, conversations: [{ id: dm }] });
  });

  it('after the log was replaced nothing of the old one is shown', async () => {
    const bench = current();
    const { server, wren, moss, dm } = bench;
    const a = await bench.signedIn(wren);
    server.chat.happen({ type: 'message', conversation: dm, id: 'x', from: moss.id, body: 'old' });
    await a.open(dm);
    await pass(2_000);
    server.log.records.length = 0;
    server.log.append({
      type: 'message',
      conversation: `dm:${wren.id}:${wren.id}`,
      id: 'y',
      from: wren.id,
      body: 'new',
    });
    server.faults.reload = true;
    server.chat.checkpoint();

    await pass(2_000);

    expect(bench.bodies(a)).toEqual([]);
    expect(a.conversations.getSnapshot().conversations).toMatchObject([{ last: { body: 'new' } }]);
  });

  it('a second welcome on the same socket is caught up from', async () => {
    const bench = current();
    const { server, wren, moss, dm } = bench;
    const a = await bench.signedIn(wren);
    await a.open(dm);
    server.faults.drop = () => true;
    server.chat.happen({ type: 'message', conversation: dm, id: 'x', from: moss.id, body: 'missed' });
    server.faults.drop = () => false;
    for (const socket of server.chat.sockets) server.chat.welcome(socket);

    await pass();

    expect(bench.bodies(a)).toEqual(['missed']);
    expect(a.connection.getSnapshot()).toMatchObject({ is: 'live' });
  });

  it('a page without network comes back by itself when the network does', async () => {
    const bench = current();
    const { wren } = bench;
    const a = await bench.signedIn(wren);
    bench.devices[0]!.network(false);
    await pass();
    expect(a.connection.getSnapshot()).toMatchObject({ is: 'waiting', because: 'offline' });

    bench.devices[0]!.network(true);
    await pass();

    expect(a.connection.getSnapshot()).toMatchObject({ is: 'live' });
  });
});
