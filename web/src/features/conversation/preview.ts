import type { ConversationListItem, ThreadEntry, User, UserId } from '@postrider/client';
import { assertNever } from '@postrider/client';

/** The one line of a conversation's last entry. */
export function preview(entry: ThreadEntry | undefined, me: UserId, sender?: string): string {
  if (!entry) return 'No messages yet';
  switch (entry.kind) {
    case 'message': return `${entry.from === me ? 'You: ' : sender ? `${sender}: ` : ''}${entry.deleted ? 'Message deleted' : oneLine(entry.body ?? '')}`;
    case 'system': return 'No messages yet';
    default: return assertNever(entry);
  }
}

/** When the last entry came. */
export function lastAt(entry: ThreadEntry | undefined): string | undefined {
  return entry?.kind === 'system' ? entry.line.at : entry?.at;
}

/** Whose word it is, where more than one other person may have said it: the first of their names. */
export function senderOf({ kind, last }: Pick<ConversationListItem, 'kind' | 'last'>, users: ReadonlyMap<UserId, User>): string | undefined {
  if (kind !== 'room' || last?.kind !== 'message') return undefined;
  return users.get(last.from)?.displayName.split(' ')[0];
}

function oneLine(body: string): string {
  return body.replace(/\s+/gu, ' ').slice(0, 160);
}
