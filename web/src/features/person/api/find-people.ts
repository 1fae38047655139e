import type { Client, User } from '@postrider/client';

/** People by the start of a username or a part of the name shown; those who left the installation are not in it. */
export async function findPeople(client: Client, query: string, signal: AbortSignal): Promise<User[]> {
  const users = await client.api.users.find(query, signal);
  return users.filter((user) => !user.deactivated);
}
