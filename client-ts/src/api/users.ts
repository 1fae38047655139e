import type { User, UserId } from '../protocol';
import { path, type Http } from './http';

const idsPerCall = 100;

/** Looking people up. */
export class UserCalls {
  constructor(private readonly http: Http) {}

  /** By the start of a username or a part of the name shown. */
  async find(query: string, signal?: AbortSignal): Promise<User[]> {
    return (await this.http.get<{ users: User[] }>('/api/users', { query }, signal)).users;
  }

  /** Unknown ids are left out; asks as often as the limit of ids a call needs. */
  async byIds(ids: readonly UserId[]): Promise<User[]> {
    const found: User[] = [];
    for (let i = 0; i < ids.length; i += idsPerCall) {
      const some = ids.slice(i, i + idsPerCall).join(',');
      found.push(...(await this.http.get<{ users: User[] }>('/api/users', { ids: some })).users);
    }
    return found;
  }

  async get(id: UserId): Promise<User> {
    return (await this.http.get<{ user: User }>(path`/api/users/${id}`)).user;
  }
}
