import type { ConversationId, Draft, Position } from '../protocol';
import { path, type Http } from './http';

export interface NewDraft {
  readonly body: string;
  readonly replyTo?: Position;
  readonly thread?: Position;
}

/** Private drafts, kept 30 days on the server. */
export class DraftCalls {
  constructor(private readonly http: Http) {}

  async list(): Promise<Draft[]> {
    return (await this.http.get<{ drafts: Draft[] }>('/api/drafts')).drafts;
  }

  async put(conversation: ConversationId, draft: NewDraft): Promise<Draft> {
    const url = path`/api/conversations/${conversation}/draft`;
    return (await this.http.call<{ draft: Draft }>('PUT', url, { body: draft })).draft;
  }

  clear(conversation: ConversationId): Promise<void> {
    return this.http.call('DELETE', path`/api/conversations/${conversation}/draft`);
  }
}
