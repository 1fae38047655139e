'use client';

import type { ConversationSnapshot, Position } from '@postrider/client';
import { useEffect } from 'react';
import { useClient } from '@/protocol/client-provider';
import { useAttending } from '@/shared/hooks/use-attending';

/**
 * Marks the conversation as read while its newest entry is in sight and somebody is looking; not while that entry is the
 * one up to which it was just marked as unread by hand.
 */
export function useReading(snapshot: ConversationSnapshot, inSight: boolean, heldAt: Position | undefined): void {
  const client = useClient();
  const attending = useAttending();
  const newest = snapshot.atNewest ? snapshot.entries.at(-1)?.position : undefined;
  const reading = inSight && attending && snapshot.loaded && snapshot.unread > 0 && newest !== heldAt;
  useEffect(() => {
    if (reading && newest !== undefined) client.markRead(snapshot.id, newest);
  }, [client, snapshot.id, newest, reading]);
}
