import type { Client, ConversationId } from '@postrider/client';

/** Leaves; an owner's place goes to whoever served longest. */
export function leaveRoom(client: Client, id: ConversationId): Promise<void> {
  return client.api.rooms.leave(id);
}
