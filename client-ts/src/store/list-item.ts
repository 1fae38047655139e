import type { ConversationListItem } from './snapshot';
import type { ConversationView, Surround } from './view';

/** What a list shows of a conversation: all but its entries. */
export function itemOf(view: ConversationView, surround: Surround): ConversationListItem {
  const pending = view.pending(surround);
  const failed = pending.filter(({ state }) => state === 'failed').length;
  return { ...view.summary(surround), pending: pending.length - failed, failed };
}

/** Instants order nothing but what is shown. */
export function activity({ last }: ConversationListItem): string {
  if (!last) return '';
  return last.kind === 'message' ? last.at : last.line.at;
}
