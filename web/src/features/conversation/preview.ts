import type { ThreadEntry, UserId } from '@postrider/client';
import { assertNever } from '@postrider/client';

/** The one line of a conversation's last entry. */
export function preview(entry: ThreadEntry | undefined, me: UserId): string {
  if (!entry) return 'No messages yet';
  switch (entry.kind) {
    case 'message': return `${entry.from === me ? 'You: ' : ''}${entry.deleted ? 'Message deleted' : oneLine(entry.body ?? '')}`;
    case 'system': return 'The conversation changed';
    default: return assertNever(entry);
  }
}

/** When the last entry came. */
export function lastAt(entry: ThreadEntry | undefined): string | undefined {
  return entry?.kind === 'system' ? entry.line.at : entry?.at;
}

function oneLine(body: string): string {
  return body.replace(/\s+/gu, ' ').slice(0, 160);
}
