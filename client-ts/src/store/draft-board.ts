import { Cell } from '../observable';
import type { ConversationId, Draft } from '../protocol';

/** One's own drafts as the server tells them: one a conversation. */
export class DraftBoard extends Cell<ReadonlyMap<ConversationId, Draft>> {
  constructor() {
    super(new Map());
  }

  put(id: ConversationId, draft: Draft | null): void {
    const drafts = new Map(this.getSnapshot());
    if (draft) drafts.set(id, draft);
    else drafts.delete(id);
    this.set(drafts);
  }

  /** The whole list after a `welcome`: a draft that is not in it was ended on another device, but for the `newer`. */
  are(drafts: readonly Draft[], newer: ReadonlySet<ConversationId> = new Set()): void {
    const kept = [...this.getSnapshot()].filter(([id]) => newer.has(id));
    const told = drafts.flatMap((draft): [ConversationId, Draft][] =>
      draft.conversation && !newer.has(draft.conversation) ? [[draft.conversation, draft]] : [],
    );
    this.set(new Map([...kept, ...told]));
  }
}
