import { createApi } from './api';
import type { Client } from './client';
import { systemClock } from './clock';
import { browserSurroundings, openWebSocket } from './connection/ports';
import { openTab } from './outbox/tab';
import { PageClient } from './page-client';
import type { ClientPorts } from './session/ports';
import { IndexedDbStorage } from './storage/indexeddb';
import { MemoryStorage } from './storage/memory';

/** What may be exchanged: by tests, by pages on another origin. */
export type ClientOptions = Partial<ClientPorts> & {
  /** Origin of the gateway, such as `http://localhost:8080`; the page's own when absent. */
  readonly baseUrl?: string;
};

/** A client for this page; call `start` on it. One a page is enough: it follows whoever signs in. */
export function createClient({ baseUrl = '', ...given }: ClientOptions = {}): Client {
  const origin = baseUrl || globalThis.location?.origin || '';
  return new PageClient({
    api: createApi({ baseUrl }),
    socketUrl: `${origin.replace(/^http/, 'ws')}/ws`,
    open: openWebSocket,
    clock: systemClock,
    random: Math.random,
    surroundings: browserSurroundings,
    storage: typeof indexedDB === 'undefined' ? new MemoryStorage() : new IndexedDbStorage(),
    tab: openTab(),
    report: (message) => console.error(`postrider: ${message}`),
    ...given,
  });
}
