'use client';

import type { ConversationSnapshot } from '@postrider/client';
import { useEffect } from 'react';
import { useClient } from '@/protocol/client-provider';
import { useConnection } from '@/protocol/state';

/** Asks what a conversation does not tell of its room, once it is opened and after all was forgotten. */
export function useRoomDetails({ id, kind, known, settings, visibility }: ConversationSnapshot): void {
  const client = useClient();
  const live = useConnection().is === 'live';
  const missing = kind === 'room' && known && (settings === undefined || visibility === undefined);
  useEffect(() => {
    // A failure shows nowhere: the room stays usable, and the next connection asks again.
    if (missing && live) client.loadRoom(id).catch(() => undefined);
  }, [client, id, live, missing]);
}

/** Follows who is there in a room while it is open. */
export function useWatchedRoom({ id, kind, role, left }: ConversationSnapshot): void {
  const client = useClient();
  // A room that is not one's own would have the whole frame refused, and with it everybody's presence.
  const member = kind === 'room' && role !== undefined && !left;
  useEffect(() => (member ? client.watchRoom(id) : undefined), [client, id, member]);
}
