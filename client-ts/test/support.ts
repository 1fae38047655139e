import { vi } from 'vitest';
import { systemClock } from '../src/clock';
import type { ConversationId, Page, User } from '../src/protocol';
import { Store } from '../src/store/store';
import type { FakeServer } from '../src/testing';

/** Lets everything due within so many milliseconds happen; use with fake timers. */
export function pass(millis = 50): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(millis);
}

/** A store that has synced from nothing and loaded every page of the conversation. */
export function freshStore(server: FakeServer, me: User, conversation: ConversationId): Store {
  const store = new Store(me.id, systemClock);
  store.synced(server.history.sync(me.id, undefined, 0));
  loadAll(server, store, conversation);
  return store;
}

/** Loads pages backwards until the beginning. */
export function loadAll(server: FakeServer, store: Store, conversation: ConversationId, limit = 50): void {
  for (;;) {
    const state = store.state(conversation);
    const from = state?.covered.tail?.from;
    if (from === -1) return;
    const asked = from === undefined ? {} : { before: from };
    const page: Page = server.history.page(conversation, store.me, { ...asked, limit });
    store.page(conversation, page, asked);
  }
}

let ids = 0;

/** A message id nobody used. */
export function freshId(): string {
  ids += 1;
  return `019a3c5e-0000-7000-8000-${ids.toString(16).padStart(12, '0')}`;
}
