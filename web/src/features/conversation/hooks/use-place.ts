'use client';

import type { ConversationId } from '@postrider/client';
import { usePathname } from 'next/navigation';
import { useCallback } from 'react';
import { addressOf, conversationAt } from '../address';

/**
 * Which conversation is open, and how to go to another. The address bar is the only place this stands; going does not
 * ask the server for a page, because all conversations share one.
 */
export function usePlace() {
  const open = conversationAt(usePathname());
  const go = useCallback((id: ConversationId | undefined) => {
    const address = id === undefined ? '/' : addressOf(id);
    if (address !== window.location.pathname) window.history.pushState(null, '', address);
  }, []);
  return { open, go };
}
