import type { Client, FlagState } from '@postrider/client';

/** Decides about a report. */
export function judgeFlag(client: Client, id: string, state: FlagState): Promise<void> {
  return client.api.admin.judge(id, state);
}
