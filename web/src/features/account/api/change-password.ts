import type { Client } from '@postrider/client';

/** Sets another password; every other session ends. */
export function changePassword(client: Client, current: string, next: string): Promise<void> {
  return client.api.auth.password(current, next);
}
