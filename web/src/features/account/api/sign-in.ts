import type { Client } from '@postrider/client';

/** Signs in on this device. Usernames are lower case, whatever the keyboard made of them. */
export async function signIn(client: Client, credentials: { username: string; password: string }): Promise<void> {
  await client.login({ ...credentials, username: credentials.username.trim().toLowerCase() });
}
