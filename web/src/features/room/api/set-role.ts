import type { Client, ConversationId, Role, UserId } from '@postrider/client';

/** Changes what somebody may do; `owner` hands the room over. */
export function setRole(client: Client, id: ConversationId, user: UserId, role: Role): Promise<void> {
  return client.api.rooms.setRole(id, user, role);
}
