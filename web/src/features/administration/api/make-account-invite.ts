import type { AccountInvite, Client } from '@postrider/client';

/** Lets people make accounts. */
export function makeAccountInvite(client: Client, invite: { expiresAt?: string; uses?: number }): Promise<AccountInvite> {
  return client.api.admin.invite(invite);
}
