import type { Client, ConversationId, Mine, MineChange } from '@postrider/client';

/** How a conversation is shown to oneself, on every device. */
export function changeMine(client: Client, id: ConversationId, change: MineChange): Promise<Mine> {
  return client.api.conversations.change(id, change);
}
