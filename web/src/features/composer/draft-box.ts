import type { ConversationId, Draft, Readable } from '@postrider/client';

/** The server's side of drafts. */
export interface DraftCalls {
  list(): Promise<Draft[]>;
  put(conversation: ConversationId, draft: { body: string; replyTo?: number }): Promise<Draft>;
  clear(conversation: ConversationId): Promise<void>;
}

type Written = { readonly body: string; readonly replyTo?: number };

const restMillis = 800;

/**
 * What is written and not sent. What was typed here is put to the server after a rest of 0.8 s; until the server has it,
 * it wins over what the server says. A call that fails is made again with the next change, flush or refresh.
 */
export class DraftBox implements Readable<ReadonlyMap<ConversationId, Draft>> {
  readonly #listeners = new Set<() => void>();
  readonly #unsaved = new Map<ConversationId, Written | undefined>();
  readonly #saved = new Set<ConversationId>();
  #drafts: ReadonlyMap<ConversationId, Draft> = new Map();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly calls: DraftCalls) {}

  readonly getSnapshot = (): ReadonlyMap<ConversationId, Draft> => this.#drafts;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What now stands in the composer; an empty body is no draft. */
  write(conversation: ConversationId, written: Written): void {
    const empty = written.body.trim() === '';
    if (empty && !this.#drafts.has(conversation)) return;
    this.#set(conversation, empty ? undefined : { ...written, conversation, at: new Date().toISOString() });
    this.#unsaved.set(conversation, empty ? undefined : written);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), restMillis);
  }

  /** The message was sent. The server clears its copy with it, but a copy still on its way there could come after. */
  sent(conversation: ConversationId): void {
    this.#set(conversation, undefined);
    if (!this.#saved.has(conversation)) {
      this.#unsaved.delete(conversation);
      return;
    }
    this.#unsaved.set(conversation, undefined);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), restMillis);
  }

  /** Saves what is not saved yet. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    for (const [conversation, written] of [...this.#unsaved]) {
      try {
        if (written) this.#saved.add(conversation);
        else this.#saved.delete(conversation);
        await (written ? this.calls.put(conversation, written) : this.calls.clear(conversation));
        if (this.#unsaved.get(conversation) === written) this.#unsaved.delete(conversation);
      } catch {
        return;
      }
    }
  }

  /** Takes the server's drafts, but for those that are not saved yet. */
  async refresh(): Promise<void> {
    await this.flush();
    let listed: Draft[];
    try {
      listed = await this.calls.list();
    } catch {
      return;
    }
    const fresh = new Map<ConversationId, Draft>();
    for (const draft of listed) {
      if (!draft.conversation || draft.thread !== undefined) continue;
      fresh.set(draft.conversation, draft);
      this.#saved.add(draft.conversation);
    }
    for (const conversation of this.#unsaved.keys()) {
      const mine = this.#drafts.get(conversation);
      if (mine) fresh.set(conversation, mine);
      else fresh.delete(conversation);
    }
    this.#drafts = fresh;
    this.#tell();
  }

  #set(conversation: ConversationId, draft: Draft | undefined): void {
    const next = new Map(this.#drafts);
    if (draft) next.set(conversation, draft);
    else next.delete(conversation);
    this.#drafts = next;
    this.#tell();
  }

  #tell(): void {
    this.#listeners.forEach((listener) => listener());
  }
}
