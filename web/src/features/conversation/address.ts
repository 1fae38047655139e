import type { ConversationId, UserId } from '@postrider/client';

/** Where a conversation stands: `/c/<id>`; the colons of ids may stand in paths as they are. */
export function addressOf(id: ConversationId): string {
  return `/c/${encodeURIComponent(id).replaceAll('%3A', ':')}`;
}

/** The conversation an address names; undefined for every other address and for what cannot be decoded. */
export function conversationAt(path: string): ConversationId | undefined {
  const match = /^\/c\/([^/]+)\/?$/.exec(path);
  if (!match?.[1]) return undefined;
  try {
    return decodeURIComponent(match[1]);
  } catch {
    return undefined;
  }
}

/** The other person of a direct conversation; oneself for notes to oneself; undefined for rooms and feeds. */
export function companionOf(id: ConversationId, me: UserId): UserId | undefined {
  const [kind, first, second] = id.split(':');
  if (kind !== 'dm') return undefined;
  return first === me ? second : first;
}
