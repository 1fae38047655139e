'use client';

import type { ConversationId } from '@postrider/client';
import { useEffect } from 'react';
import { useConversationList, useMe, useUsers } from '@/protocol/state';
import { companionOf } from '@/features/conversation/address';

/** The tab says with whom one talks and how much waits, so that one need not look. */
export function usePageTitle(open: ConversationId | undefined): void {
  const me = useMe();
  const users = useUsers();
  const { conversations } = useConversationList();
  const unread = conversations.reduce((sum, item) => sum + (item.mine.notify === 'none' ? 0 : item.unread), 0);
  const companion = open === undefined ? undefined : users.get(companionOf(open, me.id) ?? '');
  const title = [companion?.displayName, 'Postrider'].filter(Boolean).join(' · ');
  useEffect(() => {
    document.title = unread > 0 ? `(${unread > 999 ? '999+' : unread}) ${title}` : title;
  }, [title, unread]);
}
