import type { Client } from '@postrider/client';

/** Signs every other device out. */
export function endOtherSessions(client: Client): Promise<void> {
  return client.api.auth.endOtherSessions();
}
