'use client';

import type { ConversationSnapshot, Position } from '@postrider/client';
import { useState } from 'react';

interface Line {
  readonly at: Position | undefined;
  readonly unread: boolean;
  readonly sent: number;
  /** Nothing was known of the conversation yet: what turns out to be unread was so before it was opened. */
  readonly fresh: boolean;
}

/**
 * Where the line "new" stands: above what was unread when the thread was opened, or above the first that came while
 * nobody was reading. Reading does not take it away, or it would vanish before one saw it; one's own message does.
 */
export function useUnreadLine(snapshot: ConversationSnapshot, reading: boolean): Position | undefined {
  const sent = snapshot.pending.length;
  const unread = snapshot.unread > 0 && snapshot.firstUnread !== undefined;
  const [line, setLine] = useState<Line>({ at: undefined, unread: false, sent, fresh: true });
  const next = nextLine(line, { unread, sent, fresh: line.fresh && !snapshot.known }, snapshot.firstUnread, reading);
  if (next.unread !== line.unread || next.sent !== line.sent || next.fresh !== line.fresh) setLine(next);
  return line.at;
}

function nextLine(line: Line, now: Omit<Line, 'at'>, firstUnread: Position | undefined, reading: boolean): Line {
  if (now.sent > line.sent) return { ...now, at: undefined };
  const rises = now.unread && !line.unread;
  return { ...now, at: rises && (line.fresh || !reading) ? firstUnread : line.at };
}
