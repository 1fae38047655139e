'use client';

import { useCallback, useEffect, useRef } from 'react';

/**
 * Keeps the newest message in sight while the room for the thread or the height of its entries changes: a banner comes,
 * the composer grows, a keyboard opens. Who has scrolled up stays where they are.
 */
export function useStuckToBottom(atBottom: boolean) {
  const stuck = useRef(atBottom);
  const element = useRef<HTMLElement>(null);
  const watched = useRef<ResizeObserver>(undefined);
  useEffect(() => {
    stuck.current = atBottom;
  }, [atBottom]);
  const settle = useCallback(() => {
    const { current } = element;
    if (stuck.current && current) current.scrollTop = current.scrollHeight;
  }, []);
  const scroller = useCallback((next: HTMLElement | Window | null) => {
    watched.current?.disconnect();
    element.current = next instanceof HTMLElement ? next : null;
    if (!element.current) return;
    watched.current = new ResizeObserver(settle);
    watched.current.observe(element.current);
  }, [settle]);
  return { scroller, settle };
}
