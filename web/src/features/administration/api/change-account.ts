import type { Client, User, UserChange, UserId } from '@postrider/client';

/** Gives or takes the administrator's role; closes an account or opens it again. */
export function changeAccount(client: Client, id: UserId, change: UserChange): Promise<User> {
  return client.api.admin.change(id, change);
}
