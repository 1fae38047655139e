import type { Client, ConversationId, User } from '@postrider/client';

/** Who cannot come back. */
export function listBans(client: Client, id: ConversationId): Promise<User[]> {
  return client.api.rooms.bans(id);
}
