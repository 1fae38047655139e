import type { User, UserId } from '../protocol';
import { path, type Http } from './http';

/** Whom the caller has blocked. */
export class BlockCalls {
  constructor(private readonly http: Http) {}

  async list(): Promise<User[]> {
    return (await this.http.get<{ users: User[] }>('/api/blocks')).users;
  }

  add(user: UserId): Promise<void> {
    return this.http.call('PUT', path`/api/blocks/${user}`);
  }

  remove(user: UserId): Promise<void> {
    return this.http.call('DELETE', path`/api/blocks/${user}`);
  }
}
