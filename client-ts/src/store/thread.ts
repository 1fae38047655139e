import type { Position } from '../protocol';
import type { ConversationState } from './conversation';
import type { ThreadSnapshot } from './snapshot';
import type { ConversationView, Surround } from './view';

/** One thread as it stands: replies from where it is held as a whole, or all that came by while it is not loaded. */
export function threadOf(
  root: Position,
  state: ConversationState,
  view: ConversationView,
  surround: Surround,
): ThreadSnapshot {
  const from = state.threadFrom.get(root);
  const positions = [...(state.threads.get(root) ?? [])].filter((position) => position >= (from ?? -1));
  const rooted = view.entry(root);
  return {
    ...(rooted && { root: rooted }),
    replies: positions
      .sort((a, b) => a - b)
      .map((position) => view.entry(position))
      .filter((entry) => entry !== undefined),
    pending: view.pending(surround).filter(({ thread }) => thread === root),
    loaded: from !== undefined,
    hasOlder: from !== undefined && from > -1,
    typing: surround.typing.filter(({ thread }) => thread === root),
  };
}
