import type { ConversationSnapshot, EntryMessage, MessageEntry, Position } from '@postrider/client';

/** A pinned message, as history tells of it or as it is held. */
export type Pin = EntryMessage | MessageEntry;

/**
 * What history told, put right by what has been heard since, for history is a moment behind: pins it does not know yet come
 * first, the newest on top; what is no longer pinned is left out. `taken` are those unpinned here that are not held.
 */
export function currentPins(told: readonly EntryMessage[], entries: ConversationSnapshot['entries'], taken: ReadonlySet<Position>): readonly Pin[] {
  const held = new Map(entries.flatMap((entry) => (entry.kind === 'message' ? [[entry.position, entry]] : [])));
  const known = new Set(told.map(({ position }) => position));
  const late = [...held.values()].filter((entry) => entry.pinned && !known.has(entry.position));
  late.sort((a, b) => pinnedAt(b).localeCompare(pinnedAt(a)));
  return [...late, ...told.filter(({ position }) => (held.has(position) ? held.get(position)?.pinned : !taken.has(position)))];
}

function pinnedAt({ pinned }: MessageEntry): string {
  return pinned?.at ?? '';
}
