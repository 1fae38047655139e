import type { EntryMessage, MessageEntry } from '@postrider/client';
import { describe, expect, it } from 'vitest';
import { currentPins } from '@/features/thread/pins';

const told = (position: number) => ({ type: 'message', position, body: `told ${position}` }) as EntryMessage;
const held = (position: number, pinnedAt?: string) =>
  ({ kind: 'message', position, body: `held ${position}`, ...(pinnedAt && { pinned: { at: pinnedAt, by: 'moss' } }) }) as MessageEntry;
const positions = (...[list, entries, taken]: Parameters<typeof currentPins>) => currentPins(list, entries, taken).map(({ position }) => position);

describe('pins', () => {
  it('has what was pinned a moment ago, before history tells of it, the newest pin on top', () => {
    const entries = [held(3, '2026-01-01T10:00:00Z'), held(7), held(5, '2026-01-01T11:00:00Z')];
    expect(positions([told(1)], entries, new Set())).toEqual([5, 3, 1]);
  });

  it('is without what was unpinned, whoever did it', () => {
    expect(positions([told(4), told(2), told(1)], [held(2)], new Set([1]))).toEqual([4]);
  });

  it('has what was unpinned here and pinned again', () => {
    expect(positions([told(2)], [held(2, '2026-01-01T10:00:00Z')], new Set([2]))).toEqual([2]);
  });
});
