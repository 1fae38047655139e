import type { Client } from './client';

export interface ClientOptions {
  /** Origin of the gateway; the page's own when absent. */
  readonly baseUrl?: string;
}

/** A client for this page; call `start` on it. */
export function createClient(options: ClientOptions = {}): Client {
  throw new Error(`not built yet for ${options.baseUrl ?? 'this origin'}`);
}
