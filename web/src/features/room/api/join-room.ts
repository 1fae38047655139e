import type { Client, ConversationId, Room } from '@postrider/client';

/** Joins a public room, or with an invitation any. */
export function joinRoom(client: Client, id: ConversationId, invite?: string): Promise<Room> {
  return client.api.rooms.join(id, invite);
}
