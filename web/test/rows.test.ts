import type { MessageEntry, PendingEntry } from '@postrider/client';
import { describe, expect, it } from 'vitest';
import { threadRows } from '@/features/thread/rows';

const message = (position: number, from: string, at: string): MessageEntry => ({
  kind: 'message', key: `${from}/${position}`, id: `id-${position}`, conversation: 'dm:A:B', position, from, at, own: from === 'A', body: 'x', mentions: [], reactions: [],
});
const none = { hasOlder: false, firstUnread: undefined };
const shape = (rows: ReturnType<typeof threadRows>) =>
  rows.map((row) => (row.is === 'message' ? `${row.firstDay ? 'day ' : ''}${row.unreadAbove ? 'new ' : ''}${row.opens ? '(' : ''}${row.closes ? ')' : ''}${row.nextDay ? ' day' : ''}` : row.is));

describe('the rows of a thread', () => {
  it('gathers messages of one person within five minutes', () => {
    const entries = [message(1, 'A', '2026-11-20T10:00:00.000Z'), message(2, 'A', '2026-11-20T10:04:00.000Z'), message(3, 'B', '2026-11-20T10:04:30.000Z')];
    expect(shape(threadRows(entries, [], none))).toEqual(['day (', ')', '()']);
  });

  it('parts a run after five minutes, and at midnight', () => {
    const entries = [message(1, 'A', '2026-11-20T10:00:00.000Z'), message(2, 'A', '2026-11-20T10:06:00.000Z'), message(3, 'A', '2026-11-21T10:06:00.000Z')];
    expect(shape(threadRows(entries, [], none))).toEqual(['day ()', '() day', '()']);
  });

  it('puts the line above the first unread message and parts the run there', () => {
    const entries = [message(1, 'B', '2026-11-20T10:00:00.000Z'), message(5, 'B', '2026-11-20T10:00:10.000Z'), message(6, 'B', '2026-11-20T10:00:20.000Z')];
    expect(shape(threadRows(entries, [], { hasOlder: false, firstUnread: 5 }))).toEqual(['day ()', 'new (', ')']);
  });

  it('claims no day for the first of a stretch that goes on before', () => {
    expect(shape(threadRows([message(1, 'A', '2026-11-20T10:00:00.000Z')], [], { hasOlder: true, firstUnread: undefined }))).toEqual(['()']);
  });

  it('shows what is on its way below everything else', () => {
    const pending: PendingEntry = { kind: 'pending', key: 'p', id: 'p', conversation: 'dm:A:B', body: 'y', from: 'A', at: '2026-11-20T10:01:00.000Z', mentions: [], state: 'pending' };
    expect(threadRows([message(1, 'A', '2026-11-20T10:00:00.000Z')], [pending], none).map((row) => row.key)).toEqual(['A/1', 'p']);
  });
});

describe('an older page', () => {
  it('changes nothing that has a height in the rows already there', () => {
    const older = [message(1, 'A', '2026-11-19T22:00:00.000Z'), message(2, 'B', '2026-11-20T09:59:00.000Z')];
    const shown = [message(3, 'B', '2026-11-20T10:00:00.000Z'), message(4, 'A', '2026-11-21T10:00:00.000Z')];
    const heights = (rows: ReturnType<typeof threadRows>) => rows.slice(-2).map((row) => [row.nextDay, row.unreadAbove, row.is === 'message' && row.closes]);
    const before = threadRows(shown, [], { hasOlder: true, firstUnread: undefined });
    const after = threadRows([...older, ...shown], [], none);
    expect(heights(after)).toEqual(heights(before));
  });
});
