import type { Client, UserId } from '@postrider/client';

/** Blocks somebody, or not any more. */
export function blockPerson(client: Client, user: UserId, on: boolean): Promise<void> {
  return on ? client.api.blocks.add(user) : client.api.blocks.remove(user);
}
