import { expect, it } from 'vitest';
import { systemClock } from '../../src/clock';
import { Store } from '../../src/store/store';
import { FakeServer } from '../../src/testing';
import { freshId } from '../support';

it('one more beside ten thousand makes one new object: all others stay the same, so that a page draws one row', () => {
  const server = new FakeServer();
  const [wren, moss] = [server.user('wren'), server.user('moss')];
  const dm = `dm:${wren.id}:${moss.id}`;
  for (let i = 0; i < 10_000; i++) {
    server.log.append({ type: 'message', conversation: dm, id: freshId(), from: moss.id, body: `m${i}` });
  }
  const store = new Store(wren.id, systemClock);
  store.page(dm, server.history.page(dm, wren.id, { limit: 10_000 }), {});
  const before = store.conversation(dm).getSnapshot();

  for (let i = 0; i < 20; i++) {
    const event = server.log.append({ type: 'message', conversation: dm, id: freshId(), from: moss.id, body: 'more' });
    store.apply(event);
    store.conversation(dm).getSnapshot();
  }

  const after = store.conversation(dm).getSnapshot();
  expect(after.entries).toHaveLength(10_020);
  expect(after.entries.findIndex((entry, at) => entry !== before.entries[at])).toBe(10_000);
});
