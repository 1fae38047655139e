import type { Added, Client, ConversationId, UserId } from '@postrider/client';

/** Adds people at once; the answer names those who could not be added. */
export function addMembers(client: Client, id: ConversationId, users: readonly UserId[]): Promise<Added> {
  return client.api.rooms.add(id, users);
}
