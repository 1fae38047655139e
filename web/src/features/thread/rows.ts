import type { MessageEntry, PendingEntry, Position, SystemEntry, ThreadEntry } from '@postrider/client';
import { dayKey } from '@/shared/time/day';

interface Around {
  /** Shown above the row: its day, where a day begins with it. */
  readonly day?: string;
  /** The line "new" stands above this row. */
  readonly unreadAbove: boolean;
}

/** A message, sent or not, with its place in a run of messages of one person. */
export interface MessageRow extends Around {
  readonly is: 'message';
  readonly key: string;
  readonly entry: MessageEntry | PendingEntry;
  readonly opens: boolean;
  readonly closes: boolean;
}

export interface SystemRow extends Around {
  readonly is: 'system';
  readonly key: string;
  readonly entry: SystemEntry;
}

export type Row = MessageRow | SystemRow;

/** Messages of one person within this time stand together. */
const runMillis = 5 * 60_000;

interface Options {
  /** Older entries exist: then it is not known whether a day begins with the first one. */
  readonly hasOlder: boolean;
  /** The position the line "new" stands above. */
  readonly firstUnread: Position | undefined;
}

/** The thread as a list shows it: entries, then what is still on its way. */
export function threadRows(entries: readonly ThreadEntry[], pending: readonly PendingEntry[], options: Options): Row[] {
  const all: (ThreadEntry | PendingEntry)[] = [...entries, ...pending];
  return all.map((entry, i) => rowOf(entry, all[i - 1], all[i + 1], options));
}

function rowOf(
  entry: ThreadEntry | PendingEntry, before: ThreadEntry | PendingEntry | undefined, after: ThreadEntry | PendingEntry | undefined,
  { hasOlder, firstUnread }: Options,
): Row {
  const newDay = before ? dayKey(instant(before)) !== dayKey(instant(entry)) : !hasOlder;
  const around = { ...(newDay && { day: instant(entry) }), unreadAbove: crosses(firstUnread, before, entry) };
  if (entry.kind === 'system') return { is: 'system', key: entry.key, entry, ...around };
  const opens = newDay || around.unreadAbove || !sameRun(before, entry);
  const closes = !sameRun(entry, after) || crosses(firstUnread, entry, after);
  return { is: 'message', key: entry.key, entry, opens, closes, ...around };
}

function sameRun(a: ThreadEntry | PendingEntry | undefined, b: ThreadEntry | PendingEntry | undefined): boolean {
  if (!a || !b || a.kind === 'system' || b.kind === 'system' || a.from !== b.from) return false;
  const apart = Date.parse(b.at) - Date.parse(a.at);
  return Math.abs(apart) < runMillis && dayKey(a.at) === dayKey(b.at);
}

function crosses(line: Position | undefined, before: ThreadEntry | PendingEntry | undefined, entry: ThreadEntry | PendingEntry | undefined): boolean {
  if (line === undefined || !entry || entry.kind === 'pending') return false;
  const previous = before && before.kind !== 'pending' ? before.position : -1;
  return previous < line && entry.position >= line;
}

function instant(entry: ThreadEntry | PendingEntry): string {
  return entry.kind === 'system' ? entry.line.at : entry.at;
}
