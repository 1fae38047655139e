import type { Client } from '@postrider/client';

/** Signs one other device out. */
export function endSession(client: Client, id: string): Promise<void> {
  return client.api.auth.endSession(id);
}
