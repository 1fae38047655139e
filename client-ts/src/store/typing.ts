import type { Clock } from '../clock';
import type { ConversationId, FrameOf, Position, UserId } from '../protocol';
import type { Typist } from './snapshot';

const shownMillis = 6_000;
const none: readonly Typist[] = [];

/** Who is writing where: shown for six seconds after each frame, or until the message is there. */
export class TypingBoard {
  readonly #shown = new Map<ConversationId, Map<UserId, { typist: Typist; cancel: () => void }>>();
  readonly #lists = new Map<ConversationId, readonly Typist[]>();

  constructor(
    private readonly clock: Clock,
    private readonly changed: (conversation: ConversationId) => void,
  ) {}

  of(conversation: ConversationId): readonly Typist[] {
    return this.#lists.get(conversation) ?? none;
  }

  saw({ conversation, from, thread }: FrameOf<'typing'>): void {
    const people = this.#shown.get(conversation) ?? new Map<UserId, { typist: Typist; cancel: () => void }>();
    this.#shown.set(conversation, people);
    people.get(from)?.cancel();
    const cancel = this.clock.after(shownMillis, () => this.ended(conversation, from));
    people.set(from, { typist: typist(from, thread), cancel });
    this.list(conversation);
  }

  ended(conversation: ConversationId, from: UserId): void {
    const people = this.#shown.get(conversation);
    const held = people?.get(from);
    if (!people || !held) return;
    held.cancel();
    people.delete(from);
    this.list(conversation);
  }

  clear(): void {
    for (const people of this.#shown.values()) for (const { cancel } of people.values()) cancel();
    this.#shown.clear();
    this.#lists.clear();
  }

  private list(conversation: ConversationId): void {
    const people = [...(this.#shown.get(conversation)?.values() ?? [])];
    this.#lists.set(
      conversation,
      people.map((one) => one.typist),
    );
    this.changed(conversation);
  }
}

function typist(user: UserId, thread: Position | undefined): Typist {
  return thread === undefined ? { user } : { user, thread };
}
