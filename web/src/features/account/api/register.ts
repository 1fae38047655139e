import type { Client } from '@postrider/client';

interface NewAccount { readonly username: string; readonly password: string; readonly displayName?: string; readonly invite?: string }

/** Makes the account and signs in with it. */
export async function register(client: Client, account: NewAccount): Promise<void> {
  await client.register(account);
}
