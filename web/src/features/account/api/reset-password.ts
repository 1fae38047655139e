import type { Client } from '@postrider/client';

/** Sets another password with the one-time code of an administrator, and signs in with it. */
export async function resetPassword(client: Client, { username, code, next }: { username: string; code: string; next: string }): Promise<void> {
  const name = username.trim().toLowerCase();
  await client.api.auth.reset(name, code.trim(), next);
  await client.login({ username: name, password: next });
}
