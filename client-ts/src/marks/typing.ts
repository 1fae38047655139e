import type { Clock } from '../clock';
import type { ConversationId, Position } from '../protocol';

const apartMillis = 3_000;

/** Says that one is writing, at most every three seconds in each conversation. */
export class TypingTeller {
  readonly #told = new Map<ConversationId, number>();

  constructor(
    private readonly clock: Clock,
    private readonly send: (frame: { type: 'typing'; conversation: ConversationId; thread?: Position }) => boolean,
  ) {}

  tell(conversation: ConversationId, thread?: Position): void {
    const now = this.clock.now();
    if (now - (this.#told.get(conversation) ?? 0) < apartMillis) return;
    const sent = this.send({ type: 'typing', conversation, ...(thread !== undefined && { thread }) });
    if (sent) this.#told.set(conversation, now);
  }

  /** The message was sent: the next one may be told at once. */
  done(conversation: ConversationId): void {
    this.#told.delete(conversation);
  }
}
