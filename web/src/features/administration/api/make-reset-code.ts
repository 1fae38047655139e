import type { Client, ResetCode, UserId } from '@postrider/client';

/** A one-time code with which somebody sets another password. */
export function makeResetCode(client: Client, id: UserId): Promise<ResetCode> {
  return client.api.admin.resetCode(id);
}
