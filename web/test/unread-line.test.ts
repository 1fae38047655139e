import type { ConversationSnapshot } from '@postrider/client';
import { renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useUnreadLine } from '@/features/thread/hooks/use-unread-line';

const quiet = { known: true, unread: 0, pending: [] } as unknown as ConversationSnapshot;
const unreadFrom = (firstUnread: number): ConversationSnapshot => ({ ...quiet, unread: 2, firstUnread });
const sending = (snapshot: ConversationSnapshot): ConversationSnapshot => ({ ...snapshot, pending: [{}] as unknown as ConversationSnapshot['pending'] });
const start = (snapshot: ConversationSnapshot, reading: boolean) =>
  renderHook((now: { snapshot: ConversationSnapshot; reading: boolean }) => useUnreadLine(now.snapshot, now.reading), { initialProps: { snapshot, reading } });

describe('the line above what is new', () => {
  it('stands where reading ended when the thread is opened, and stays once it is read', () => {
    const { result, rerender } = start(unreadFrom(7), true);
    expect(result.current).toBe(7);
    rerender({ snapshot: quiet, reading: true });
    expect(result.current).toBe(7);
  });

  it('does not come while one is reading along', () => {
    const { result, rerender } = start(quiet, true);
    rerender({ snapshot: unreadFrom(9), reading: true });
    expect(result.current).toBeUndefined();
  });

  it('comes for what arrived while nobody looked', () => {
    const { result, rerender } = start(quiet, false);
    rerender({ snapshot: unreadFrom(9), reading: false });
    expect(result.current).toBe(9);
  });

  it('goes with the first word of one\'s own', () => {
    const { result, rerender } = start(unreadFrom(7), true);
    rerender({ snapshot: sending(unreadFrom(7)), reading: true });
    expect(result.current).toBeUndefined();
  });
});
