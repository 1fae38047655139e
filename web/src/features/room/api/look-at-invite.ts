import type { Client, InvitedTo } from '@postrider/client';

/** What room an invitation leads to. */
export function lookAtInvite(client: Client, code: string): Promise<InvitedTo> {
  return client.api.invites.look(code);
}
