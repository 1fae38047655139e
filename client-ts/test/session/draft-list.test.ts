import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/clock';
import type { Draft } from '../../src/protocol';
import { DraftList } from '../../src/session/draft-list';
import { Store } from '../../src/store/store';
import { pass } from '../support';

const one = 'dm:01JD3Z8M5Q0W7X9Y2B4C6D8E0F:01JD3ZAAAAAAAAAAAAAAAAAAAB';
const other = 'dm:01JD3Z8M5Q0W7X9Y2B4C6D8E0F:01JD3Z8M5Q0W7X9Y2B4C6D8E0F';
const draft = (conversation: string, body: string): Draft => ({ conversation, body, at: '2026-11-01T09:30:00.250Z' });

let store: Store;
let answers: ((drafts: readonly Draft[]) => void)[];
let failures: ((cause: Error) => void)[];
let list: DraftList;

beforeEach(() => {
  vi.useFakeTimers();
  store = new Store('01JD3Z8M5Q0W7X9Y2B4C6D8E0F', systemClock);
  [answers, failures] = [[], []];
  list = new DraftList({
    clock: systemClock,
    random: () => 0.5,
    list: () =>
      new Promise((resolve, reject) => {
        answers.push(resolve);
        failures.push(reject);
      }),
    show: (drafts, newer) => store.drafts.are(drafts, newer),
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const shown = () => [...store.drafts.getSnapshot().values()].map(({ body }) => body);

it('a draft heard live while the list is on its way is not wiped out by the older list', async () => {
  list.connected();
  list.heard(one);
  store.drafts.put(one, draft(one, 'heard live'));
  answers[0]?.([draft(other, 'from the list')]);
  await pass();
  expect(shown()).toEqual(['heard live', 'from the list']);
});

it('a draft that ended while the list is on its way does not come back with it', async () => {
  store.drafts.put(one, draft(one, 'sent elsewhere'));
  list.connected();
  list.heard(one);
  store.drafts.put(one, null);
  answers[0]?.([draft(one, 'sent elsewhere')]);
  await pass();
  expect(shown()).toEqual([]);
});

it('a list that failed is asked for again', async () => {
  list.connected();
  failures[0]?.(new Error('away'));
  await pass(2_000);
  answers[1]?.([draft(one, 'at last')]);
  await pass();
  expect(shown()).toEqual(['at last']);
});

it('an answer for a socket that was lost is dropped, and nothing is asked until the next one', async () => {
  list.connected();
  list.lost();
  answers[0]?.([draft(one, 'too late')]);
  failures[0]?.(new Error('away'));
  await pass(60_000);
  expect([shown(), answers.length]).toEqual([[], 1]);
});
