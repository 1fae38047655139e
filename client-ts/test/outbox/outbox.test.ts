import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/clock';
import { messageId } from '../../src/outbox/ids';
import { Outbox } from '../../src/outbox/outbox';
import type { Command, Event } from '../../src/protocol';
import { MemoryStorage } from '../../src/testing';
import type { UserStorage } from '../../src/storage/port';
import type { PendingEntry } from '../../src/store/snapshot';
import { freshId, pass } from '../support';

let storage: UserStorage;
let living: Set<string>;

interface Bench {
  outbox: Outbox;
  sent: Command[];
  shown: Map<string, readonly PendingEntry[]>;
  arrived: Event[];
  up: boolean;
}

function tab(id: string): Bench {
  living.add(id);
  const bench: Bench = { sent: [], shown: new Map(), arrived: [], up: true } as unknown as Bench;
  bench.outbox = new Outbox({
    me: 'wren',
    clock: systemClock,
    random: () => 0.5,
    storage,
    tab: { id, alive: (other) => Promise.resolve(living.has(other)), close: () => undefined },
    send: (command) => {
      if (bench.up) bench.sent.push(command);
      return bench.up;
    },
    show: (conversation, entries) => bench.shown.set(conversation, entries),
    accepted: (event) => bench.arrived.push(event),
  });
  return bench;
}

function message(body: string, conversation = 'c'): Extract<Command, { type: 'send' }> {
  return { type: 'send', id: freshId(), conversation, body };
}

beforeEach(async () => {
  vi.useFakeTimers();
  living = new Set();
  storage = await new MemoryStorage().open('wren');
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the outbox', () => {
  it('has one command of a conversation under way, and conversations do not wait for each other', () => {
    const { outbox, sent } = tab('a');
    outbox.connected(10_000);
    const [one, two, other] = [message('one'), message('two'), message('other', 'd')];
    for (const command of [one, two, other]) void outbox.add(command);
    expect(sent).toEqual([one, other]);

    outbox.answered({ type: 'accepted', id: one.id, conversation: 'c', position: 1, at: '' });

    expect(sent).toEqual([one, other, two]);
  });

  it('takes its own message in the log for the answer', async () => {
    const { outbox, arrived, shown } = tab('a');
    outbox.connected(10_000);
    const command = message('seen');
    const outcome = outbox.add(command);

    outbox.seen({
      type: 'message',
      id: command.id,
      conversation: 'c',
      from: 'wren',
      position: 4,
      at: '',
      body: 'seen',
    });

    expect(await outcome).toMatchObject({ type: 'accepted', position: 4 });
    expect(arrived).toMatchObject([{ type: 'message', position: 4 }]);
    expect(shown.get('c')).toEqual([]);
    expect(await storage.items()).toEqual([]);
  });

  it('does not take the message of another with the same id for an answer', () => {
    const { outbox, arrived } = tab('a');
    const command = message('mine');
    void outbox.add(command);

    outbox.seen({
      type: 'message',
      id: command.id,
      conversation: 'c',
      from: 'moss',
      position: 4,
      at: '',
      body: 'theirs',
    });

    expect(arrived).toEqual([]);
  });

  it('sends as new again after a retryable rejection, and as a repeat after silence', async () => {
    const { outbox, sent } = tab('a');
    outbox.connected(10_000);
    const command = message('hay');
    void outbox.add(command);
    outbox.answered({ type: 'rejected', id: command.id, code: 'unavailable', detail: '', retryAfterMillis: 500 });
    await pass(600);
    expect(sent[1]).toEqual(command);

    await pass(10_000);

    expect(sent[2]).toEqual({ ...command, again: true });
  });

  it('treats a code it does not know by whether a delay was named', async () => {
    const { outbox, sent, shown } = tab('a');
    outbox.connected(10_000);
    const [one, two] = [message('one'), message('two', 'd')];
    void outbox.add(one);
    void outbox.add(two);

    outbox.answered({ type: 'rejected', id: one.id, code: 'later' as 'rate', detail: '', retryAfterMillis: 100 });
    outbox.answered({ type: 'rejected', id: two.id, code: 'never' as 'rate', detail: '' });
    await pass(200);

    expect(sent).toHaveLength(3);
    expect(shown.get('d')).toMatchObject([{ state: 'failed', code: 'never' }]);
  });

  it('drops a refused edit and says so', async () => {
    const { outbox, shown } = tab('a');
    outbox.connected(10_000);
    const edit: Command = { type: 'edit', id: freshId(), conversation: 'c', position: 3, body: 'no' };
    const outcome = outbox.add(edit);

    outbox.answered({ type: 'rejected', id: edit.id, code: 'forbidden', detail: '' });

    expect(await outcome).toMatchObject({ type: 'rejected', code: 'forbidden' });
    expect(shown.get('c')).toEqual([]);
    expect(await storage.items()).toEqual([]);
  });

  it('leaves the items of a living tab alone and takes over those of one that is gone', async () => {
    const first = tab('a');
    void first.outbox.add(message('from the first tab'));
    const second = tab('b');
    second.outbox.connected(10_000);
    await second.outbox.adopt();
    expect(second.sent).toEqual([]);

    living.delete('a');
    await second.outbox.adopt();
    await second.outbox.adopt();

    expect(second.sent).toMatchObject([{ body: 'from the first tab', again: true }]);
    expect(second.shown.get('c')).toHaveLength(1);
  });

  it('keeps a failed message over a reload without sending it', async () => {
    const first = tab('a');
    first.outbox.connected(10_000);
    const command = message('failed');
    void first.outbox.add(command);
    first.outbox.answered({ type: 'rejected', id: command.id, code: 'blocked', detail: '' });
    living.delete('a');

    const second = tab('b');
    second.outbox.connected(10_000);
    await second.outbox.adopt();
    expect(second.sent).toEqual([]);
    expect(second.shown.get('c')).toMatchObject([{ state: 'failed', code: 'blocked' }]);

    second.outbox.discard(command.id);
    expect(second.shown.get('c')).toEqual([]);
  });

  it('goes on when the device cannot store', async () => {
    storage.put = () => Promise.reject(new Error('full'));
    const { outbox, sent } = tab('a');
    outbox.connected(10_000);

    void outbox.add(message('anyway'));
    await pass();

    expect(sent).toHaveLength(1);
  });
});

describe('a message id', () => {
  it('is a UUID of version 7 that carries its millisecond', () => {
    const now = Date.UTC(2026, 10, 1);
    const id = messageId(now);

    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(now);
    expect(messageId(now)).not.toBe(id);
  });
});
