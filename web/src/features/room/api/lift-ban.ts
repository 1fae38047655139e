import type { Client, ConversationId, UserId } from '@postrider/client';

/** Lets somebody join again. */
export function liftBan(client: Client, id: ConversationId, user: UserId): Promise<void> {
  return client.api.rooms.unban(id, user);
}
