import type { Client, User } from '@postrider/client';

/** Accounts whose username or name holds the text, closed ones too. */
export function listAccounts(client: Client, query: string): Promise<User[]> {
  return client.api.admin.users(query);
}
