import type { ConversationId, Draft, Readable } from '@postrider/client';

/** How drafts are written to the server. */
export interface DraftCalls {
  put(conversation: ConversationId, draft: { body: string; replyTo?: number }): Promise<Draft>;
  clear(conversation: ConversationId): Promise<void>;
}

type Drafts = ReadonlyMap<ConversationId, Draft>;
type Written = { readonly body: string; readonly replyTo?: number };

const restMillis = 800;
const againMillis = 5_000;
const againMillisMax = 60_000;

/**
 * What is written and not sent, here and on one's other devices. What was typed here is put to the server after a rest
 * of 0.8 s; until the server has it, it wins over what other devices say. A call that fails is made again after 5 s, then
 * ever less often, or with the next change or flush; one that goes on failing does not keep others from being saved.
 */
export class DraftBox implements Readable<Drafts> {
  readonly #listeners = new Set<() => void>();
  /** What the server does not know yet; undefined stands for "cleared". */
  readonly #unsaved = new Map<ConversationId, Written | undefined>();
  /** Conversations of which the server holds a draft, as far as known. */
  readonly #saved = new Set<ConversationId>();
  #drafts: Drafts = new Map();
  #heard: Drafts = new Map();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #againMillis = againMillis;

  constructor(private readonly calls: DraftCalls, private readonly others: Readable<Drafts>) {}

  readonly getSnapshot = (): Drafts => this.#drafts;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Follows what the server tells, until the returned function is called; then saves what is not saved yet. */
  follow(): () => void {
    this.#hear();
    const stop = this.others.subscribe(() => this.#hear());
    return () => {
      stop();
      void this.flush().then(() => clearTimeout(this.#timer));
    };
  }

  /** What now stands in the composer; an empty body is no draft. */
  write(conversation: ConversationId, written: Written): void {
    const empty = written.body.trim() === '';
    if (empty && !this.#drafts.has(conversation)) return;
    this.#set(conversation, empty ? undefined : { ...written, conversation, at: new Date().toISOString() });
    this.#later(conversation, empty ? undefined : written);
  }

  /** The message was sent. The server clears its copy with it, but a copy still on its way there could come after. */
  sent(conversation: ConversationId): void {
    this.#set(conversation, undefined);
    if (this.#saved.has(conversation)) this.#later(conversation, undefined);
    else this.#unsaved.delete(conversation);
  }

  /** Saves what is not saved yet. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    let failed = false;
    for (const [conversation, written] of [...this.#unsaved]) {
      try {
        if (written) this.#saved.add(conversation);
        else this.#saved.delete(conversation);
        await (written ? this.calls.put(conversation, written) : this.calls.clear(conversation));
        if (this.#unsaved.get(conversation) === written) this.#unsaved.delete(conversation);
      } catch {
        failed = true;
      }
    }
    if (failed) this.#plan(this.#againMillis);
    this.#againMillis = failed ? Math.min(againMillisMax, 2 * this.#againMillis) : againMillis;
  }

  #later(conversation: ConversationId, written: Written | undefined): void {
    this.#unsaved.set(conversation, written);
    this.#plan(restMillis);
  }

  #plan(afterMillis: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), afterMillis);
  }

  /** Takes over what changed on the server since it was last heard, but for what is not saved yet. */
  #hear(): void {
    const [before, now] = [this.#heard, this.others.getSnapshot()];
    this.#heard = now;
    for (const conversation of new Set([...before.keys(), ...now.keys()])) {
      const draft = now.get(conversation);
      if (draft === before.get(conversation) || this.#unsaved.has(conversation)) continue;
      if (draft) this.#saved.add(conversation);
      else this.#saved.delete(conversation);
      this.#set(conversation, draft?.thread === undefined ? draft : undefined);
    }
  }

  #set(conversation: ConversationId, draft: Draft | undefined): void {
    const next = new Map(this.#drafts);
    if (draft) next.set(conversation, draft);
    else next.delete(conversation);
    this.#drafts = next;
    this.#listeners.forEach((listener) => listener());
  }
}
