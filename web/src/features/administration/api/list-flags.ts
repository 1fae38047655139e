import type { Client, FlagPage, FlagState } from '@postrider/client';

/** Reported messages in one state. */
export function listFlags(client: Client, state: FlagState): Promise<FlagPage> {
  return client.api.admin.flags(state);
}
