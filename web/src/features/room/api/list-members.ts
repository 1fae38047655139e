import type { Client, ConversationId, MemberPage } from '@postrider/client';

/** Members whose name holds the text, a page at a time. */
export function listMembers(client: Client, id: ConversationId, query: string, after?: string): Promise<MemberPage> {
  return client.api.rooms.members(id, { limit: 100, ...(query && { query }), ...(after && { after }) });
}
