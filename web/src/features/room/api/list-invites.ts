import type { Client, ConversationId, Invite } from '@postrider/client';

/** The links that still let people in. */
export function listInvites(client: Client, id: ConversationId): Promise<Invite[]> {
  return client.api.invites.list(id);
}
