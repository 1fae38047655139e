import type { Client, ConversationId, Invite, NewInvite } from '@postrider/client';

/** Makes a link that lets people in. */
export function createInvite(client: Client, id: ConversationId, invite: NewInvite): Promise<Invite> {
  return client.api.invites.create(id, invite);
}
