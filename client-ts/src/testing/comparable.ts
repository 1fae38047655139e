import type { ConversationSnapshot, Entry } from '../store/snapshot';

/**
 * A snapshot without what may differ between two devices that know the same: order inside sets, roles heard of in
 * passing, typing. Two devices that have loaded the same stretch must come out deeply equal.
 */
export function comparable(snapshot: ConversationSnapshot): unknown {
  const { typing: _, pending: _p, members, marks, entries, last, ...rest } = snapshot;
  return {
    ...rest,
    members: members.map(({ user }) => user).sort(),
    marks: [...marks].sort(([a], [b]) => (a < b ? -1 : 1)).filter(([, { delivered }]) => delivered >= 0),
    entries: entries.map(comparableEntry),
    last: last && comparableEntry(last),
  };
}

/** The same of one entry. */
export function comparableEntry(entry: Entry): unknown {
  if (entry.kind === 'system') return entry;
  const reactions = entry.reactions
    .map(({ users, ...reaction }) => ({ ...reaction, users: [...users].sort() }))
    .sort((a, b) => (a.emoji < b.emoji ? -1 : 1));
  return { ...entry, reactions };
}
