import type { Client, ConversationId, UserId } from '@postrider/client';

/** Sends somebody away, with a ban for good. */
export function expelMember(client: Client, id: ConversationId, user: UserId, ban: boolean): Promise<void> {
  return client.api.rooms.expel(id, user, ban);
}
