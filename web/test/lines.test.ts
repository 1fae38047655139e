import type { SystemEntry } from '@postrider/client';
import { describe, expect, it } from 'vitest';
import { people, sentenceOf, summaryOf } from '@/features/thread/lines';
import { threadRows } from '@/features/thread/rows';

type Line = SystemEntry['line'];

const names: Record<string, string> = { A: 'You', B: 'Moss', C: 'Tansy', D: 'Juniper' };
const name = (id: string) => names[id] ?? 'Somebody';
const at = '2026-11-20T10:00:00.000Z';
const place = { conversation: 'room:X', position: 1, at };
const joined = (from: string, users: string[], role: 'member' | 'reader' | 'admin' | 'owner' = 'member'): Line => ({ ...place, type: 'joined', from, users, role });
const left = (from: string, user: string, reason: 'left' | 'removed' | 'banned' | 'deactivated'): Line => ({ ...place, type: 'left', from, user, reason });
const room = (changed: Extract<Line, { type: 'room' }>['changed']): Line => ({ ...place, type: 'room', from: 'B', changed });
const settings = { history: 'all', posting: 'members', invite: 'members', everyone: 'admins', slowModeSeconds: 0 } as const;

describe('what happened in a room, as a sentence', () => {
  it.each<[Line, string]>([
    [joined('B', ['B']), 'Moss joined'],
    [joined('A', ['A']), 'You joined'],
    [joined('B', ['C']), 'Moss added Tansy'],
    [joined('B', ['C', 'D']), 'Moss added Tansy and Juniper'],
    [joined('B', ['C', 'D', 'A', 'E']), 'Moss added Tansy, Juniper and 2 others'],
    [joined('B', ['A', 'C']), 'Moss added you and Tansy'],
    [left('B', 'A', 'removed'), 'Moss removed you'],
    [joined('B', ['C'], 'reader'), 'Moss added Tansy as a reader'],
    [joined('B', ['C'], 'admin'), 'Moss added Tansy as an admin'],
    [left('C', 'C', 'left'), 'Tansy left'],
    [left('B', 'C', 'removed'), 'Moss removed Tansy'],
    [left('B', 'C', 'banned'), 'Moss banned Tansy'],
    [left('C', 'C', 'deactivated'), 'Tansy left: the account was closed'],
    [{ ...place, type: 'role', from: 'B', user: 'A', role: 'admin' }, 'Moss made you an admin'],
    [{ ...place, type: 'role', from: 'B', user: 'C', role: 'owner' }, 'Moss handed the room over to Tansy'],
    [{ ...place, type: 'role', from: 'B', user: 'B', role: 'admin' }, 'Moss is now an admin'],
    [room({ name: 'Stables', topic: '', visibility: 'public', archived: false, settings }), 'Moss created the room “Stables”'],
    [room({ name: 'Barn' }), 'Moss renamed the room to “Barn”'],
    [room({ topic: '' }), 'Moss cleared the topic'],
    [room({ topic: 'Hay', visibility: 'private' }), 'Moss set the topic: “Hay” and made the room private'],
    [room({ archived: true }), 'Moss archived the room'],
    [room({ settings }), 'Moss changed the settings'],
  ])('%# is told as it was', (line, text) => {
    expect(sentenceOf(line, name)).toBe(text);
  });

  it('folds much of it into a sentence a kind', () => {
    expect(summaryOf([joined('C', ['C']), joined('B', ['D']), left('C', 'C', 'left'), room({ name: 'Barn' })], name))
      .toEqual(['Tansy and Juniper joined', 'Tansy left', 'Moss renamed the room to “Barn”']);
  });

  it('names each person once', () => {
    expect(people(['B', 'B', 'C'], name)).toBe('Moss and Tansy');
  });
});

describe('lines in a row', () => {
  const entry = (position: number, line: Line): SystemEntry => ({ kind: 'system', key: `line/${position}`, position, line: { ...line, position } });

  it('stand in one row, whose key an older page does not change', () => {
    const shown = [entry(5, joined('B', ['B'])), entry(6, joined('C', ['C']))];
    const [after] = threadRows(shown, [], { hasOlder: true, firstUnread: undefined });
    const [before] = threadRows([entry(4, joined('D', ['D'])), ...shown], [], { hasOlder: false, firstUnread: undefined });
    expect([after?.key, before?.key]).toEqual(['line/6', 'line/6']);
    expect(before?.is === 'system' && before.entries).toHaveLength(3);
  });

  it('are parted by the line "new" and by a new day', () => {
    const late = entry(7, { ...joined('D', ['D']), at: '2026-11-21T10:00:00.000Z' });
    const rows = threadRows([entry(5, joined('B', ['B'])), entry(6, joined('C', ['C'])), late], [], { hasOlder: true, firstUnread: 6 });
    expect(rows.map((row) => row.is === 'system' && row.entries.length)).toEqual([1, 1, 1]);
  });
});
