import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient, type Client } from '../../src';
import type { User } from '../../src/protocol';
import { comparable, FakeServer, type FakeDevice } from '../../src/testing';
import { pass } from '../support';

let server: FakeServer;
let wren: User;
let moss: User;
let dm: string;
let devices: FakeDevice[];
let clients: Client[];

async function signedIn(user: User): Promise<Client> {
  const device = server.device(user);
  devices.push(device);
  return started(device);
}

async function started(device: FakeDevice): Promise<Client> {
  const client = createClient(device.ports);
  clients.push(client);
  const starting = client.start();
  await pass();
  await starting;
  await pass();
  return client;
}

function bodies(client: Client, id = dm): unknown[] {
  const { entries, pending } = client.conversation(id).getSnapshot();
  return [...entries, ...pending].flatMap((entry) => ('body' in entry ? [entry.body] : []));
}

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer({ seed: 3 });
  wren = server.user('wren');
  moss = server.user('moss');
  dm = `dm:${wren.id}:${moss.id}`;
  devices = [];
  clients = [];
});

afterEach(() => {
  for (const client of clients) client.stop();
  vi.useRealTimers();
});

describe('two people', () => {
  it('write to each other, and the sender sees sent, delivered, read', async () => {
    const [a, b] = [await signedIn(wren), await signedIn(moss)];
    await Promise.all([a.open(dm), b.open(dm)]);

    a.send({ conversation: dm, body: 'is the hay here?' });
    expect(a.conversation(dm).getSnapshot().pending).toMatchObject([{ state: 'pending', body: 'is the hay here?' }]);
    await pass();

    expect(a.conversation(dm).getSnapshot()).toMatchObject({ pending: [], last: { delivery: 'delivered', own: true } });
    expect(b.conversation(dm).getSnapshot()).toMatchObject({ unread: 1, last: { body: 'is the hay here?', own: false } });

    b.markRead(dm);
    await pass(1100);
    expect(a.conversation(dm).getSnapshot().last).toMatchObject({ delivery: 'read' });
    expect(b.conversation(dm).getSnapshot().unread).toBe(0);
  });

  it('see each other typing for six seconds', async () => {
    const [a, b] = [await signedIn(wren), await signedIn(moss)];

    a.typing(dm);
    a.typing(dm);
    await pass();
    expect(b.conversation(dm).getSnapshot().typing).toEqual([{ user: wren.id }]);
    expect(server.chat.heard.filter(({ type }) => type === 'typing')).toHaveLength(1);

    await pass(6_000);
    expect(b.conversation(dm).getSnapshot().typing).toEqual([]);
  });

  it('edit, react and delete, and are answered', async () => {
    const [a, b] = [await signedIn(wren), await signedIn(moss)];
    await Promise.all([a.open(dm), b.open(dm)]);
    a.send({ conversation: dm, body: 'hey' });
    await pass();
    const position = a.conversation(dm).getSnapshot().last!.position;

    const edited = a.edit(dm, position, 'hay');
    const reacted = b.react(dm, position, '🐎', true);
    await pass();
    expect(await edited).toMatchObject({ type: 'accepted' });
    expect(await reacted).toMatchObject({ type: 'accepted' });
    for (const client of [a, b]) {
      expect(client.conversation(dm).getSnapshot().last).toMatchObject({ body: 'hay', reactions: [{ emoji: '🐎', count: 1 }] });
    }

    void a.remove(dm, position);
    await pass();
    expect(b.conversation(dm).getSnapshot().last).toMatchObject({ deleted: { by: wren.id } });
  });

  it('are seen by watchers', async () => {
    const a = await signedIn(wren);
    await signedIn(moss);

    a.watch([moss.id]);
    await pass(200);

    expect(a.presence.getSnapshot().get(moss.id)).toMatchObject({ online: true });
  });
});

describe('when something breaks', () => {
  it('a message without an answer goes again with the same id on the next socket, and shows once', async () => {
    const [a, b] = [await signedIn(wren), await signedIn(moss)];
    await Promise.all([a.open(dm), b.open(dm)]);
    server.faults.neverAnswer = true;
    server.faults.drop = () => true;
    a.send({ conversation: dm, body: 'once' });
    await pass();
    devices[0]!.cut();
    server.faults.neverAnswer = false;
    server.faults.drop = () => false;

    await pass(20_000);

    const sends = server.chat.heard.filter((frame) => frame.type === 'send');
    expect(new Set(sends.map(({ id }) => id)).size).toBe(1);
    expect(bodies(a)).toEqual(['once']);
    server.chat.checkpoint();
    await pass();
    expect(bodies(b)).toEqual(['once']);
  });

  it('nothing is given up while there is no answer at all', async () => {
    const a = await signedIn(wren);
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
    const a = await signedIn(wren);
    await a.open(dm);
    server.faults.refuse = { code: 'blocked' };
    const id = a.send({ conversation: dm, body: 'let me in' });
    await pass();
    expect(a.conversation(dm).getSnapshot().pending).toMatchObject([{ id, state: 'failed', code: 'blocked' }]);

    server.faults.refuse = undefined;
    a.retry(dm, id);
    await pass();

    expect(a.conversation(dm).getSnapshot().pending).toEqual([]);
    expect(bodies(a)).toEqual(['let me in']);
  });

  it('a retryable rejection is tried again after the delay the server named, not before', async () => {
    const a = await signedIn(wren);
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
    const a = await signedIn(wren);
    await a.open(dm);
    server.faults.swallow = true;
    for (const body of ['one', 'two', 'three']) a.send({ conversation: dm, body });
    await pass(15_000);
    server.faults.swallow = false;

    await pass(30_000);

    expect(bodies(a)).toEqual(['one', 'two', 'three']);
  });

  it('the outbox survives a reload', async () => {
    const a = await signedIn(wren);
    devices[0]!.network(false);
    a.send({ conversation: dm, body: 'kept' });
    await pass();

    const again = await started(devices[0]!.reloaded());
    await again.open(dm);
    await pass(12_000);

    expect(bodies(again)).toEqual(['kept']);
    expect(server.chat.heard.filter((frame) => frame.type === 'send')).toMatchObject([{ again: true }]);
  });

  it('what live frames lost is there after one checkpoint, without a reconnect', async () => {
    const [a, b] = [await signedIn(wren), await signedIn(moss)];
    await Promise.all([a.open(dm), b.open(dm)]);
    server.faults.drop = () => server.random() < 0.5;
    for (let i = 0; i < 40; i++) {
      (i % 2 ? a : b).send({ conversation: dm, body: `bale ${i}` });
      await pass();
    }
    server.faults.drop = () => false;

    server.chat.checkpoint();
    await pass(5_000);

    const fresh = await signedIn(moss);
    await fresh.open(dm);
    await fresh.loadOlder(dm);
    await b.loadOlder(dm);
    expect(comparable(b.conversation(dm).getSnapshot())).toEqual(comparable(fresh.conversation(dm).getSnapshot()));
    expect(b.connection.getSnapshot()).toMatchObject({ is: 'live' });
  });

  it('while history is behind the page is catching up, still shows what is live, and then is whole', async () => {
    const a = await signedIn(wren);
    await a.open(dm);
    server.history.readTo = server.log.end;
    server.chat.happen({ type: 'message', conversation: dm, id: 'x', from: moss.id, body: 'missed' });
    devices[0]!.cut();
    await pass(2_000);
    expect(a.connection.getSnapshot()).toMatchObject({ is: 'catching-up' });
    server.chat.happen({ type: 'message', conversation: dm, id: 'y', from: moss.id, body: 'live' });
    await pass(4_000);
    expect(bodies(a)).toContain('live');

    server.history.readTo = undefined;
    await pass(30_000);

    expect(a.connection.getSnapshot()).toMatchObject({ is: 'live' });
    expect(bodies(a)).toEqual(['missed', 'live']);
  });

  it('reload drops what was held and loads anew', async () => {
    const a = await signedIn(wren);
    server.chat.happen({ type: 'message', conversation: dm, id: 'x', from: moss.id, body: 'old' });
    await a.open(dm);
    await pass();
    server.faults.reload = true;
    server.chat.checkpoint();

    await pass(2_000);

    expect(bodies(a)).toEqual(['old']);
    expect(a.conversations.getSnapshot()).toMatchObject({ loaded: true, conversations: [{ id: dm }] });
  });

  it('a second welcome on the same socket is caught up from', async () => {
    const a = await signedIn(wren);
    await a.open(dm);
    server.faults.drop = () => true;
    server.chat.happen({ type: 'message', conversation: dm, id: 'x', from: moss.id, body: 'missed' });
    server.faults.drop = () => false;
    for (const socket of server.chat.sockets) server.chat.welcome(socket);

    await pass();

    expect(bodies(a)).toEqual(['missed']);
    expect(a.connection.getSnapshot()).toMatchObject({ is: 'live' });
  });

  it('a page without network comes back by itself when the network does', async () => {
    const a = await signedIn(wren);
    devices[0]!.network(false);
    await pass();
    expect(a.connection.getSnapshot()).toMatchObject({ is: 'waiting', because: 'offline' });

    devices[0]!.network(true);
    await pass();

    expect(a.connection.getSnapshot()).toMatchObject({ is: 'live' });
  });
});

describe('signing in and out', () => {
  it('without a session the page is signed out', async () => {
    const client = await started(server.device(undefined));

    expect(client.identity.getSnapshot()).toEqual({ is: 'signed-out' });
  });

  it('login connects, logout forgets', async () => {
    const client = await started(server.device(undefined));
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
    const client = await signedIn(wren);
    server.faults.swallow = true;
    client.send({ conversation: dm, body: 'unsent' });
    await pass();

    devices[0]!.cut(4001);
    await pass();

    expect(client.identity.getSnapshot()).toEqual({ is: 'signed-out' });
    server.faults.swallow = false;
    const again = await started(devices[0]!.reloaded());
    await again.open(dm);
    await pass(12_000);
    expect(bodies(again)).toEqual(['unsent']);
  });

  it('while nobody answers the page does not know, and asks on', async () => {
    server.faults.unreachable = true;
    const device = server.device(wren);
    const client = createClient(device.ports);
    clients.push(client);
    void client.start();
    await pass(5_000);
    expect(client.identity.getSnapshot()).toEqual({ is: 'unknown' });

    server.faults.unreachable = false;
    await pass(40_000);

    expect(client.identity.getSnapshot()).toMatchObject({ is: 'signed-in' });
  });
});

describe('a stretch of older messages', () => {
  it('is loaded page by page, jumped into and left again', async () => {
    for (let i = 0; i < 200; i++) {
      server.log.append({ type: 'message', conversation: dm, id: `m${i}`, from: moss.id, body: `m${i}` });
    }
    const a = await signedIn(wren);
    await a.open(dm);
    expect(bodies(a)).toHaveLength(50);

    await a.loadOlder(dm);
    expect(bodies(a)).toHaveLength(100);
    expect(a.conversation(dm).getSnapshot().hasOlder).toBe(true);

    const early = server.log.records[20]!.position;
    await a.showAround(dm, early);
    expect(a.conversation(dm).getSnapshot()).toMatchObject({ atNewest: false, hasOlder: false });
    expect(bodies(a)).toContain('m20');

    await a.loadNewer(dm);
    await a.loadNewer(dm);
    expect(a.conversation(dm).getSnapshot().atNewest).toBe(true);
    expect(bodies(a)).toHaveLength(200);

    await a.showNewest(dm);
    expect(bodies(a)).toHaveLength(200);
  });
});
