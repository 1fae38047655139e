import type { ConversationId, Position, Readable } from '@postrider/client';

export interface Written { readonly body: string; readonly replyTo?: Position }
type Drafts = ReadonlyMap<string, Written>;

/** What is written in threads and not sent: on this page only, since the server keeps one draft a conversation. */
export class ThreadDrafts implements Readable<Drafts> {
  readonly #listeners = new Set<() => void>();
  #drafts: Drafts = new Map();

  readonly getSnapshot = (): Drafts => this.#drafts;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What now stands in the thread's composer; nothing, or an empty body, is no draft. */
  write(key: string, written: Written | undefined): void {
    const next = new Map(this.#drafts);
    if (written && written.body.trim() !== '') next.set(key, written);
    else next.delete(key);
    this.#drafts = next;
    this.#listeners.forEach((listener) => listener());
  }
}

export function threadKey(conversation: ConversationId, root: Position): string {
  return `${conversation}/${root}`;
}
