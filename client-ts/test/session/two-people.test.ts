import { describe, expect, it } from 'vitest';
import { pass } from '../support';
import { bench as freshBench } from './bench';

const current = freshBench();

/** One has said this, and the other's page just heard it. */
async function heard(body: string) {
  const bench = current();
  const { server, wren, moss, dm } = bench;
  const a = await bench.signedIn(wren);
  const device = server.device(moss);
  const b = await bench.started(device);
  await b.open(dm);
  a.send({ conversation: dm, body });
  await pass();
  return { bench, dm, moss, device, b };
}

describe('two people', () => {
  it('write to each other, and the sender sees sent, delivered, read', async () => {
    const bench = current();
    const { wren, moss, dm } = bench;
    const [a, b] = [await bench.signedIn(wren), await bench.signedIn(moss)];
    await Promise.all([a.open(dm), b.open(dm)]);

    a.send({ conversation: dm, body: 'is the hay here?' });
    expect(a.conversation(dm).getSnapshot().pending).toMatchObject([{ state: 'pending', body: 'is the hay here?' }]);
    await pass();

    expect(a.conversation(dm).getSnapshot()).toMatchObject({ pending: [], last: { delivery: 'delivered', own: true } });
    expect(b.conversation(dm).getSnapshot()).toMatchObject({
      unread: 1,
      last: { body: 'is the hay here?', own: false },
    });

    b.markRead(dm);
    await pass(1100);
    expect(a.conversation(dm).getSnapshot().last).toMatchObject({ delivery: 'read' });
    expect(b.conversation(dm).getSnapshot().unread).toBe(0);
  });

  it('have read what they read right before the page closed', async () => {
    const { bench, dm, device, b } = await heard('the gate is open');
    b.markRead(dm);
    device.hidden();
    await pass(5);
    b.stop();
    const c = await bench.started(device.reloaded());

    expect(c.conversation(dm).getSnapshot()).toMatchObject({ unread: 0, last: { body: 'the gate is open' } });
  });

  it('have on the device what they saw right before the page closed', async () => {
    const { moss, device } = await heard('the hay is dry');
    device.hidden();
    await pass(5);

    const stored = await (await device.ports.storage.open(moss.id)).state();
    expect(JSON.stringify(stored?.conversations)).toContain('the hay is dry');
  });

  it('see each other typing for six seconds', async () => {
    const bench = current();
    const { server, wren, moss, dm } = bench;
    const [a, b] = [await bench.signedIn(wren), await bench.signedIn(moss)];

    a.typing(dm);
    a.typing(dm);
    await pass();
    expect(b.conversation(dm).getSnapshot().typing).toEqual([{ user: wren.id }]);
    expect(server.chat.heard.filter(({ type }) => type === 'typing')).toHaveLength(1);

    await pass(6_000);
    expect(b.conversation(dm).getSnapshot().typing).toEqual([]);
  });

  it('edit, react and delete, and are answered', async () => {
    const bench = current();
    const { wren, moss, dm } = bench;
    const [a, b] = [await bench.signedIn(wren), await bench.signedIn(moss)];
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
      expect(client.conversation(dm).getSnapshot().last).toMatchObject({
        body: 'hay',
        reactions: [{ emoji: '🐎', count: 1 }],
      });
    }

    void a.remove(dm, position);
    await pass();
    expect(b.conversation(dm).getSnapshot().last).toMatchObject({ deleted: { by: wren.id } });
  });

  it('are seen by watchers', async () => {
    const bench = current();
    const { wren, moss } = bench;
    const a = await bench.signedIn(wren);
    await bench.signedIn(moss);

    a.watch([moss.id]);
    await pass(200);

    expect(a.presence.getSnapshot().get(moss.id)).toMatchObject({ online: true });
  });
});

describe('a stretch of older messages', () => {
  it('is loaded page by page, jumped into and left again', async () => {
    const bench = current();
    const { server, wren, moss, dm } = bench;
    for (let i = 0; i < 200; i++) {
      server.log.append({ type: 'message', conversation: dm, id: `m${i}`, from: moss.id, body: `m${i}` });
    }
    const a = await bench.signedIn(wren);
    await a.open(dm);
    expect(bench.bodies(a)).toHaveLength(50);

    await a.loadOlder(dm);
    expect(bench.bodies(a)).toHaveLength(100);
    expect(a.conversation(dm).getSnapshot().hasOlder).toBe(true);

    const early = server.log.records[20]!.position;
    await a.showAround(dm, early);
    expect(a.conversation(dm).getSnapshot()).toMatchObject({ atNewest: false, hasOlder: false });
    expect(bench.bodies(a)).toContain('m20');

    await a.loadNewer(dm);
    await a.loadNewer(dm);
    expect(a.conversation(dm).getSnapshot().atNewest).toBe(true);
    expect(bench.bodies(a)).toHaveLength(200);

    await a.showNewest(dm);
    expect(bench.bodies(a)).toHaveLength(200);
  });
});
