import type { Client, ProfileChange } from '@postrider/client';

/** Changes how others see oneself. */
export async function changeProfile(client: Client, change: ProfileChange): Promise<void> {
  await client.api.auth.change(change);
}
