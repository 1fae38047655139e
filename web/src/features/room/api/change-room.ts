import type { Client, ConversationId, Room, RoomPatch } from '@postrider/client';

/** Changes what is given. */
export function changeRoom(client: Client, id: ConversationId, patch: RoomPatch): Promise<Room> {
  return client.api.rooms.change(id, patch);
}
