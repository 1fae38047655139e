import type { ConversationId, Instant, Page, EntryMessage, Position, UserId } from '../protocol';
import { path, type Http } from './http';

export interface PageRequest {
  readonly before?: Position;
  readonly after?: Position;
  readonly around?: Position;
  readonly since?: Instant;
  /** Waits until history has read this far. */
  readonly through?: string;
  readonly thread?: Position;
  readonly types?: 'message';
  readonly limit?: number;
}
export interface FormerBody {
  readonly body: string;
  readonly at: Instant;
}
export interface Reader {
  readonly user: UserId;
  readonly at: Instant;
}

/** One person's reaction. */
export interface Reacted {
  readonly emoji: string;
  readonly user: UserId;
  readonly at: Instant;
}

/** Pages of a conversation and single messages. Sending goes by the socket. */
export class MessageCalls {
  constructor(private readonly http: Http) {}

  /** Rising by position; `before` and `after` exclude, `around` includes. */
  page(conversation: ConversationId, request: PageRequest = {}): Promise<Page> {
    return this.http.get(path`/api/conversations/${conversation}/messages`, { ...request });
  }

  async get(conversation: ConversationId, position: Position): Promise<EntryMessage> {
    const url = path`/api/conversations/${conversation}/messages/${position}`;
    return (await this.http.get<{ message: EntryMessage }>(url)).message;
  }

  /** Oldest first. */
  async edits(conversation: ConversationId, position: Position): Promise<FormerBody[]> {
    const url = path`/api/conversations/${conversation}/messages/${position}/edits`;
    return (await this.http.get<{ edits: FormerBody[] }>(url)).edits;
  }

  /** Who reacted with what, oldest first. */
  async reactions(conversation: ConversationId, position: Position): Promise<Reacted[]> {
    const url = path`/api/conversations/${conversation}/messages/${position}/reactions`;
    return (await this.http.get<{ reactions: Reacted[] }>(url)).reactions;
  }

  /** Tells the administrators that a message should not stand. */
  flag(conversation: ConversationId, position: Position, reason?: string): Promise<void> {
    const url = path`/api/conversations/${conversation}/messages/${position}/flags`;
    return this.http.call('POST', url, { body: reason ? { reason } : {} });
  }

  /** Who has read it, its author left out; rejects with `forbidden` in rooms of more than 100. */
  async readers(conversation: ConversationId, position: Position): Promise<Reader[]> {
    const url = path`/api/conversations/${conversation}/messages/${position}/readers`;
    return (await this.http.get<{ readers: Reader[] }>(url)).readers;
  }

  async pins(conversation: ConversationId): Promise<EntryMessage[]> {
    return (await this.http.get<{ messages: EntryMessage[] }>(path`/api/conversations/${conversation}/pins`)).messages;
  }
}
