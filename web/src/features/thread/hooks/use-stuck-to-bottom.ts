'use client';

import { useCallback, useEffect, useRef, type RefObject } from 'react';
import type { VirtuosoHandle } from 'react-virtuoso';

/**
 * Keeps the newest message in sight while the room for the thread or the height of its entries changes: a banner comes,
 * the composer grows, a keyboard opens. Who has scrolled up stays where they are.
 */
export function useStuckToBottom(list: RefObject<VirtuosoHandle | null>, atBottom: boolean) {
  const stuck = useRef(atBottom);
  const watched = useRef<ResizeObserver>(undefined);
  useEffect(() => {
    stuck.current = atBottom;
  }, [atBottom]);
  const settle = useCallback(() => {
    if (stuck.current) list.current?.scrollToIndex({ index: 'LAST', align: 'end' });
  }, [list]);
  const scroller = useCallback((element: HTMLElement | Window | null) => {
    watched.current?.disconnect();
    if (!(element instanceof HTMLElement)) return;
    watched.current = new ResizeObserver(settle);
    watched.current.observe(element);
  }, [settle]);
  return { scroller, settle };
}
