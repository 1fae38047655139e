'use client';

import type { ConversationId } from '@postrider/client';
import { useEffect } from 'react';
import { useConversationList, useMe, useUsers } from '@/protocol/state';
import { companionOf } from '@/features/conversation/address';
import { waiting } from '@/features/conversation/muted';
import { useNow } from '@/shared/hooks/use-now';

/** The tab says with whom one talks and how much waits, so that one need not look. */
export function usePageTitle(open: ConversationId | undefined): void {
  const me = useMe();
  const users = useUsers();
  const { conversations } = useConversationList();
  const now = useNow(60_000);
  const unread = conversations.reduce((sum, item) => sum + waiting(item, now), 0);
  const companion = open === undefined ? undefined : users.get(companionOf(open, me.id) ?? '');
  const room = companion ? undefined : conversations.find(({ id }) => id === open)?.name;
  const title = [companion?.displayName ?? room, 'Postrider'].filter(Boolean).join(' · ');
  useEffect(() => {
    document.title = unread > 0 ? `(${unread > 999 ? '999+' : unread}) ${title}` : title;
  }, [title, unread]);
}
