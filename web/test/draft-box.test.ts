import type { Draft } from '@postrider/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftBox, type DraftCalls } from '@/features/composer/draft-box';

const room = 'dm:A:B';

class FakeDrafts implements DraftCalls {
  readonly saved = new Map<string, Draft>();
  away = false;
  puts = 0;

  put(conversation: string, draft: { body: string }) {
    if (this.away) return Promise.reject(new Error('away'));
    this.puts++;
    const stored = { ...draft, conversation, at: '2026-11-20T10:00:00.000Z' };
    this.saved.set(conversation, stored);
    return Promise.resolve(stored);
  }

  clear(conversation: string) {
    if (this.away) return Promise.reject(new Error('away'));
    this.saved.delete(conversation);
    return Promise.resolve();
  }
}

class FakeReadable {
  #drafts: ReadonlyMap<string, Draft> = new Map();
  #listener: () => void = () => undefined;

  readonly getSnapshot = () => this.#drafts;
  readonly subscribe = (listener: () => void) => {
    this.#listener = listener;
    return () => undefined;
  };

  set(drafts: ReadonlyMap<string, Draft>): void {
    this.#drafts = drafts;
    this.#listener();
  }
}

const draft = (body: string): Draft => ({ conversation: room, body, at: '2026-11-20T10:00:00.000Z' });

describe('drafts', () => {
  let server: FakeDrafts;
  let others: FakeReadable;
  let box: DraftBox;
  beforeEach(() => {
    vi.useFakeTimers();
    server = new FakeDrafts();
    others = new FakeReadable();
    box = new DraftBox(server, others);
    box.follow();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('saves once after the typing rests', async () => {
    for (const body of ['H', 'He', 'Hey']) box.write(room, { body });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.saved.get(room)?.body).toBe('Hey');
    expect(server.puts).toBe(1);
  });

  it('keeps what the server could not take and saves it when it is back', async () => {
    server.away = true;
    box.write(room, { body: 'on the moor' });
    await vi.advanceTimersByTimeAsync(1_000);
    server.away = false;
    await box.flush();
    expect(server.saved.get(room)?.body).toBe('on the moor');
    expect(box.getSnapshot().get(room)?.body).toBe('on the moor');
  });

  it('tries again by itself after the server could not take it', async () => {
    server.away = true;
    box.write(room, { body: 'on the moor' });
    await vi.advanceTimersByTimeAsync(2_000);
    server.away = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.saved.get(room)?.body).toBe('on the moor');
  });

  it('does not let one that is refused keep another from being saved, and asks ever less often', async () => {
    const refused = vi.spyOn(server, 'put').mockImplementationOnce(() => Promise.reject(new Error('refused')));
    box.write('dm:A:C', { body: 'refused once' });
    box.write(room, { body: 'taken' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.saved.get(room)?.body).toBe('taken');
    refused.mockImplementation(() => Promise.reject(new Error('refused')));
    const before = refused.mock.calls.length;
    await vi.advanceTimersByTimeAsync(600_000);
    expect(refused.mock.calls.length - before).toBeLessThan(15);
  });

  it('leaves no draft behind after sending, though a save was still on its way', async () => {
    box.write(room, { body: 'going out' });
    await vi.advanceTimersByTimeAsync(1_000);
    box.sent(room);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.saved.has(room)).toBe(false);
    expect(box.getSnapshot().has(room)).toBe(false);
  });

  it('takes the drafts of other devices', () => {
    others.set(new Map([[room, draft('from the phone')]]));
    expect(box.getSnapshot().get(room)?.body).toBe('from the phone');
    others.set(new Map());
    expect(box.getSnapshot().has(room)).toBe(false);
  });

  it('lets what is being typed here win over other devices', async () => {
    box.write(room, { body: 'typed here' });
    others.set(new Map([[room, draft('from the phone')]]));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(box.getSnapshot().get(room)?.body).toBe('typed here');
    expect(server.saved.get(room)?.body).toBe('typed here');
  });
});
