import type { Conversation, ConversationId, Mine, UserId } from '../protocol';
import { path, type Http } from './http';

export interface ConversationPage {
  readonly conversations: Conversation[];
  readonly next?: string;
}

/** Absent keeps, null clears. */
export type MineChange = { readonly [K in keyof Mine]?: Mine[K] | null };

/** The caller's conversations. */
export class ConversationCalls {
  constructor(private readonly http: Http) {}

  /** Newest first. */
  list(after?: string, limit?: number): Promise<ConversationPage> {
    return this.http.get('/api/conversations', { after, limit });
  }

  async get(id: ConversationId): Promise<Conversation> {
    return (await this.http.get<{ conversation: Conversation }>(path`/api/conversations/${id}`)).conversation;
  }

  /** How this conversation is shown to the caller. */
  async change(id: ConversationId, mine: MineChange): Promise<Mine> {
    return (await this.http.call<{ mine: Mine }>('PATCH', path`/api/conversations/${id}/mine`, { body: mine })).mine;
  }
}

/** The direct conversation of two people, or with oneself. */
export function directConversation(a: UserId, b: UserId): ConversationId {
  return a <= b ? `dm:${a}:${b}` : `dm:${b}:${a}`;
}
