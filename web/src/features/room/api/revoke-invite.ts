import type { Client, ConversationId } from '@postrider/client';

/** The link lets nobody in any more. */
export function revokeInvite(client: Client, id: ConversationId, code: string): Promise<void> {
  return client.api.invites.revoke(id, code);
}
