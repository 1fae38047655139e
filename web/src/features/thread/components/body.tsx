'use client';

import type { Everyone, UserId } from '@postrider/client';
import { Fragment, type ReactNode } from 'react';
import { useMe, useUsers } from '@/protocol/state';
import { isEmojiOnly } from '@/shared/text/emoji-only';
import { pieces } from '@/shared/text/links';
import { mentionPieces, type Mentioned } from '../mention-pieces';

interface Props {
  readonly text: string;
  readonly mentions?: readonly UserId[];
  readonly everyone?: Everyone | undefined;
  /** On one's own, dark bubble. */
  readonly own?: boolean;
}

/** A message's text: line breaks kept, addresses are links, mentions are chips, a few emoji alone stand large. */
export function Body({ text, mentions = [], everyone, own = false }: Props) {
  const me = useMe();
  const users = useUsers();
  if (isEmojiOnly(text)) return <span className="text-4xl leading-tight">{text}</span>;
  const mentioned: Mentioned = { users: mentions.flatMap((id) => users.get(id) ?? []), everyone, me: me.id };
  return (
    <span className="break-words whitespace-pre-wrap [overflow-wrap:anywhere]">
      {pieces(text).map((piece, i) =>
        piece.is === 'text' ? <Fragment key={i}>{withMentions(piece.text, mentioned, own)}</Fragment> : (
          <a key={i} href={piece.href} target="_blank" rel="noopener noreferrer nofollow" className="underline decoration-1 underline-offset-3">{piece.text}</a>
        ),
      )}
    </span>
  );
}

function withMentions(text: string, mentioned: Mentioned, own: boolean): ReactNode {
  if (mentioned.users.length === 0 && mentioned.everyone === undefined) return text;
  return mentionPieces(text, mentioned).map((piece, i) =>
    piece.is === 'text' ? piece.text : (
      <span key={i} title={piece.user ? `@${piece.user.username}` : undefined} data-me={piece.me || undefined} className={`rounded px-1 py-px font-medium ${chip(own, piece.me)}`}>{piece.text}</span>
    ));
}

function chip(own: boolean, me: boolean): string {
  if (own) return 'bg-black/20 text-on-pine';
  return me ? 'bg-brass-fill text-on-brass' : 'bg-pine-wash text-pine-text';
}
