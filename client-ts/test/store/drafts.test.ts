import { expect, it } from 'vitest';
import { systemClock } from '../../src/clock';
import { Store } from '../../src/store/store';

const one = 'dm:01JD3Z8M5Q0W7X9Y2B4C6D8E0F:01JD3ZAAAAAAAAAAAAAAAAAAAB';
const other = 'dm:01JD3Z8M5Q0W7X9Y2B4C6D8E0F:01JD3Z8M5Q0W7X9Y2B4C6D8E0F';
const at = '2026-11-01T09:30:00.250Z';

it('a draft that ended on another device while this one was away is gone after the next list', () => {
  const store = new Store('01JD3Z8M5Q0W7X9Y2B4C6D8E0F', systemClock);
  store.drafts.put(one, { conversation: one, body: 'ended elsewhere', at });

  store.drafts.are([{ conversation: other, body: 'still here', at }]);

  expect([...store.drafts.getSnapshot().keys()]).toEqual([other]);
});
