import type { Client, ConversationId, Position } from '@postrider/client';

/** Tells the administrators that a message should not stand. */
export function flagMessage(client: Client, id: ConversationId, position: Position, reason: string): Promise<void> {
  return client.api.messages.flag(id, position, reason.trim() || undefined);
}
