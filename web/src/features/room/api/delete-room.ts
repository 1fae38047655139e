import type { Client, ConversationId } from '@postrider/client';

/** Deletes a room with everything in it, for everybody. */
export function deleteRoom(client: Client, id: ConversationId): Promise<void> {
  return client.api.rooms.remove(id);
}
