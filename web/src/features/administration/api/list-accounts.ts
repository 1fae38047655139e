import type { AccountPage, Client } from '@postrider/client';

/** Accounts whose username or name holds the text, closed ones too. */
export function listAccounts(client: Client, query: string, after?: string): Promise<AccountPage> {
  return client.api.admin.users(query, after);
}
