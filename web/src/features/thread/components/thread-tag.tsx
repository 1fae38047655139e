'use client';

import type { ConversationId, Position } from '@postrider/client';
import { MessageSquareText } from 'lucide-react';
import { useQuoted } from '../hooks/use-quoted';
import { quotedText } from '../quoted-text';

interface Props {
  readonly conversation: ConversationId;
  readonly root: Position;
  readonly own: boolean;
  readonly onOpen: (root: Position) => void;
}

/** Says above a reply which thread it belongs to; a click opens the thread. */
export function ThreadTag({ conversation, root, own, onOpen }: Props) {
  const quoted = useQuoted(conversation, root);
  return (
    <button
      type="button"
      onClick={() => onOpen(root)}
      aria-label={`In the thread “${quotedText(quoted)}”: open it`}
      className={`mb-1 flex min-h-6 w-full min-w-0 items-center gap-1.5 text-left text-xs ${own ? 'text-on-pine-2' : 'text-ink-3'}`}
    >
      <MessageSquareText className="size-3.5 shrink-0" aria-hidden />
      <span className="truncate">{quotedText(quoted)}</span>
    </button>
  );
}
