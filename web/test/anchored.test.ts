import { renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useAnchored } from '@/features/thread/hooks/use-anchored';
import type { Row } from '@/features/thread/rows';

const rows = (...keys: string[]): Row[] => keys.map((key) => ({ is: 'system', key, entries: [{ key } as never], unreadAbove: false }));

describe('the place in the scrollback', () => {
  it('gives every row the same index before and after an older page came', () => {
    const { result, rerender } = renderHook(({ shown }) => useAnchored(shown), { initialProps: { shown: rows('c', 'd') } });
    const indexOfC = result.current.firstIndex;
    rerender({ shown: rows('a', 'b', 'c', 'd') });
    expect(result.current.firstIndex + 2).toBe(indexOfC);
    expect(result.current.stretch).toBe(0);
  });

  it('starts anew where another stretch is shown', () => {
    const { result, rerender } = renderHook(({ shown }) => useAnchored(shown), { initialProps: { shown: rows('c', 'd') } });
    rerender({ shown: rows('x', 'y') });
    expect(result.current.stretch).toBe(1);
  });

  it('takes the first row that comes as its anchor', () => {
    const { result, rerender } = renderHook(({ shown }) => useAnchored(shown), { initialProps: { shown: rows() } });
    rerender({ shown: rows('a') });
    rerender({ shown: rows('a', 'b') });
    expect(result.current).toEqual({ firstIndex: 1_000_000, stretch: 0 });
  });
});
