import { describe, expect, it } from 'vitest';
import { draftOf, statusOf } from '@/features/account/components/status-fields';

const now = new Date(2026, 10, 20, 14, 30); // a Friday
const draft = { text: ' On the road ', emoji: '🐎', until: undefined };

describe('a status', () => {
  it('ends when it was said to', () => {
    expect(statusOf({ ...draft, end: 'never' }, now)).toEqual({ text: 'On the road', emoji: '🐎' });
    expect(statusOf({ ...draft, end: '60' }, now)?.until).toBe(new Date(2026, 10, 20, 15, 30).toISOString());
    expect(statusOf({ ...draft, end: 'today' }, now)?.until).toBe(new Date(2026, 10, 21).toISOString());
    expect(statusOf({ ...draft, end: 'week' }, now)?.until).toBe(new Date(2026, 10, 23).toISOString());
  });
  it('keeps its end while only its words change, and is cleared without words', () => {
    const until = '2026-11-20T18:00:00.000Z';
    expect(statusOf({ ...draftOf({ text: 'Away', until }), text: 'Gone' }, now)).toEqual({ text: 'Gone', until });
    expect(statusOf({ ...draft, text: '  ', end: 'never' }, now)).toBeNull();
  });
});
