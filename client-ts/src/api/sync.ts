import type { SyncAnswer } from '../protocol';
import type { Http } from './http';

/** Catching up. */
export class SyncCalls {
  constructor(private readonly http: Http) {}

  /** All that changed after the cursor; without one the newest conversations. Rejects with `reload`: too old. */
  sync(cursor: string | undefined, through: string | undefined, signal?: AbortSignal): Promise<SyncAnswer> {
    return this.http.get('/api/sync', { cursor, through }, signal);
  }
}
