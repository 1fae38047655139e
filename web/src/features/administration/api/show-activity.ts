import type { ActivityDay, Client } from '@postrider/client';

/** What happened on each day of a span, as `2026-11-20`. */
export function showActivity(client: Client, from: string, to: string): Promise<ActivityDay[]> {
  return client.api.admin.activity(from, to);
}
