import type { ConversationId, PresenceState, User, UserId } from '../protocol';
import { path, type Http } from './http';

export interface OnlinePage {
  readonly users: User[];
  readonly total: number;
  readonly next?: string;
}

/** Who is there, asked once; to be told, use the client's `watch`. */
export class PresenceCalls {
  constructor(private readonly http: Http) {}

  /** At most 100 at once. */
  async of(users: readonly UserId[]): Promise<PresenceState[]> {
    return (await this.http.get<{ users: PresenceState[] }>('/api/presence', { users: users.join(',') })).users;
  }

  online(conversation: ConversationId, after?: string): Promise<OnlinePage> {
    return this.http.get(path`/api/conversations/${conversation}/online`, { after });
  }
}
