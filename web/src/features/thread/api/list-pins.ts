import type { Client, ConversationId, EntryMessage } from '@postrider/client';

/** Pinned messages, the newest pin first. */
export function listPins(client: Client, id: ConversationId): Promise<EntryMessage[]> {
  return client.api.messages.pins(id);
}
