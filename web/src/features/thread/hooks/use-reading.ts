'use client';

import type { ConversationSnapshot } from '@postrider/client';
import { useEffect } from 'react';
import { useClient } from '@/protocol/client-provider';
import { useAttending } from '@/shared/hooks/use-attending';

/** Marks the conversation as read while its newest entry is in sight and somebody is looking. */
export function useReading(snapshot: ConversationSnapshot, inSight: boolean): void {
  const client = useClient();
  const attending = useAttending();
  const newest = snapshot.atNewest ? snapshot.entries.at(-1)?.position : undefined;
  const reading = inSight && attending && snapshot.loaded && snapshot.unread > 0;
  useEffect(() => {
    if (reading && newest !== undefined) client.markRead(snapshot.id, newest);
  }, [client, snapshot.id, newest, reading]);
}
