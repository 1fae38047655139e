import type { EntryMessage, Position } from '../protocol';
import type { ConversationState } from './conversation';

export interface Unread {
  readonly unread: number;
  readonly mentions: number;
  readonly firstUnread?: Position;
}

/** Above this, the count is not exact any more and stands for "more" (protocol rule 4). */
export const unreadMax = 1000;

/**
 * Unread messages after the given mark: messages, not mine, not deleted. Counted from what is held where that is
 * complete, else history's count carried forward by the events above it; the next sync brings the exact one.
 */
export function unreadOf(state: ConversationState, readPosition: Position): Unread {
  const { summary, covered } = state;
  const held = countable(state, readPosition);
  const complete = covered.tail !== undefined && covered.tail.from <= readPosition + 1;
  if (complete || !summary) return count(held, state);
  const since = { unread: summary.unread ?? 0, mentions: summary.mentions ?? 0 };
  const before = summary.readPosition ?? -1;
  const told = correction(state, before, summary.asOf, readPosition);
  const above = count(
    held.filter(({ position }) => position > summary.asOf),
    state,
  );
  const first = readPosition === before ? (summary.firstUnread ?? held[0]?.position) : held[0]?.position;
  return {
    unread: clamp(since.unread + told.unread + above.unread),
    mentions: clamp(since.mentions + told.mentions + above.mentions),
    ...(first !== undefined && { firstUnread: first }),
  };
}

/** How the count at `asOf` changes when the mark moves from `before` to `now`, as far as the messages are held. */
function correction(state: ConversationState, before: Position, asOf: Position, now: Position) {
  const newer = deletedSince(state, before, asOf);
  if (now === before) return { unread: -newer.unread, mentions: -newer.mentions };
  const [from, to, sign] = now > before ? [before, Math.min(now, asOf), -1] : [now, before, 1];
  const moved = count(
    countable(state, from).filter(({ position }) => position <= to),
    state,
  );
  const all = now >= asOf;
  if (all) return { unread: -(state.summary?.unread ?? 0), mentions: -(state.summary?.mentions ?? 0) };
  return { unread: sign * moved.unread - newer.unread, mentions: sign * moved.mentions - newer.mentions };
}

function deletedSince(state: ConversationState, after: Position, asOf: Position) {
  let unread = 0;
  let mentions = 0;
  for (const [position, { base, deletion }] of state.messages) {
    const gone = base && !base.view.deleted && deletion?.position !== undefined && deletion.position > asOf;
    if (!gone || position <= after || position > asOf || base.view.from === state.me) continue;
    unread += 1;
    if (names(base.view, state.me)) mentions += 1;
  }
  return { unread, mentions };
}

/** Rising by position. */
function countable(state: ConversationState, after: Position): EntryMessage[] {
  const found: EntryMessage[] = [];
  for (const [position, { base, deletion }] of state.messages) {
    if (position <= after || !base || deletion || base.view.from === state.me) continue;
    if (state.alive(base.view)) found.push(base.view);
  }
  return found.sort((a, b) => a.position - b.position);
}

function count(messages: readonly EntryMessage[], state: ConversationState): Unread {
  const mentions = messages.filter(({ position }) => {
    const view = state.view(position);
    return view && names(view, state.me);
  }).length;
  const first = messages[0]?.position;
  return {
    unread: clamp(messages.length),
    mentions: clamp(mentions),
    ...(first !== undefined && { firstUnread: first }),
  };
}

function names(view: EntryMessage, me: string): boolean {
  return view.everyone === 'members' || (view.mentions?.includes(me) ?? false);
}

function clamp(value: number): number {
  return Math.min(unreadMax, Math.max(0, value));
}
