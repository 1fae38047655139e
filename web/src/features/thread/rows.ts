import type { MessageEntry, PendingEntry, Position, SystemEntry, ThreadEntry } from '@postrider/client';
import { dayKey } from '@/shared/time/day';

/**
 * What stands around a row. What lies before it changes only by older pages, so nothing here that has a height depends
 * on the row before: else the thread would jump when a page comes.
 */
interface Around {
  /** The day of a thread's very first entry, above it. */
  readonly firstDay?: string;
  /** The day that begins after this row, below it. */
  readonly nextDay?: string;
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

/** Entries about the conversation itself that stand in a row; the key is that of the last, which older pages do not change. */
export interface SystemRow extends Around {
  readonly is: 'system';
  readonly key: string;
  readonly entries: readonly SystemEntry[];
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
  const rows: Row[] = [];
  all.forEach((entry, i) => {
    const row = rowOf(entry, all[i - 1], all[i + 1], options);
    const last = rows.at(-1);
    if (joins(last, row)) rows[rows.length - 1] = joined(last, row);
    else rows.push(row);
  });
  return rows;
}

/** Whether an entry stands in this row, by the entry's key. */
export function holds(row: Row, key: string | undefined): boolean {
  return row.key === key || (row.is === 'system' && row.entries.some((entry) => entry.key === key));
}

/** The key of a row's first entry. */
export function firstKey(row: Row | undefined): string | undefined {
  return row?.is === 'system' ? row.entries[0]?.key : row?.key;
}

function joins(last: Row | undefined, row: Row): last is SystemRow {
  return last?.is === 'system' && row.is === 'system' && last.nextDay === undefined && !row.unreadAbove;
}

function joined({ entries, firstDay, unreadAbove }: SystemRow, row: Row): Row {
  if (row.is !== 'system') return row;
  return { ...row, entries: [...entries, ...row.entries], unreadAbove, ...(firstDay && { firstDay }) };
}

function rowOf(
  entry: ThreadEntry | PendingEntry, before: ThreadEntry | PendingEntry | undefined, after: ThreadEntry | PendingEntry | undefined,
  { hasOlder, firstUnread }: Options,
): Row {
  const around = {
    ...(!before && !hasOlder && { firstDay: instant(entry) }),
    ...(after && partsDays(entry, after) && { nextDay: instant(after) }),
    unreadAbove: crosses(firstUnread, before, entry),
  };
  if (entry.kind === 'system') return { is: 'system', key: entry.key, entries: [entry], ...around };
  const opens = around.unreadAbove || !sameRun(before, entry);
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

function partsDays(a: ThreadEntry | PendingEntry, b: ThreadEntry | PendingEntry): boolean {
  return dayKey(instant(a)) !== dayKey(instant(b));
}

function instant(entry: ThreadEntry | PendingEntry): string {
  return entry.kind === 'system' ? entry.line.at : entry.at;
}
