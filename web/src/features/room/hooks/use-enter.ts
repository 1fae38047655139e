'use client';

import type { Client, ConversationId } from '@postrider/client';
import { useCallback } from 'react';
import { usePlace } from '@/features/conversation/hooks/use-place';
import { useClient } from '@/protocol/client-provider';

const patienceMillis = 3_000;

/** Goes to a room one has just joined, as soon as this device has heard of it: history may be a moment behind. */
export function useEnter(): (id: ConversationId) => Promise<void> {
  const client = useClient();
  const { go } = usePlace();
  return useCallback(async (id) => {
    await heardOf(client, id);
    go(id);
  }, [client, go]);
}

/** Resolves once one's own joining was heard, or after three seconds all the same. */
function heardOf(client: Client, id: ConversationId): Promise<void> {
  const conversation = client.conversation(id);
  const known = () => conversation.getSnapshot().role !== undefined;
  if (known()) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const stop = conversation.subscribe(() => known() && end());
    const timer = setTimeout(end, patienceMillis);
  });
}
