'use client';

import type { ConversationId, Position } from '@postrider/client';
import { usePerson } from '@/features/person/hooks/use-person';
import { useQuoted } from '../hooks/use-quoted';
import { quotedText } from '../quoted-text';

interface Props {
  readonly conversation: ConversationId;
  readonly position: Position;
  readonly own: boolean;
  readonly onJump: (position: Position) => void;
}

/** The message this one answers; a click goes there. */
export function Quote({ conversation, position, own, onJump }: Props) {
  const quoted = useQuoted(conversation, position);
  const person = usePerson(quoted.is === 'there' ? quoted.from : undefined);
  const look = own ? 'border-brass-on-pine bg-white/10 text-on-pine' : 'border-brass bg-sunken text-ink';
  return (
    <button
      type="button"
      disabled={quoted.is !== 'there'}
      onClick={() => onJump(position)}
      className={`mb-1.5 block w-full min-w-0 rounded-md border-l-3 px-2.5 py-1.5 text-left text-[13px] leading-snug ${look}`}
    >
      {quoted.is === 'there' ? <span className="block truncate font-semibold">{person?.displayName ?? '…'}</span> : null}
      <span className="line-clamp-2 [overflow-wrap:anywhere]">{quotedText(quoted)}</span>
    </button>
  );
}
