'use client';

import type { ConversationListItem } from '@postrider/client';
import { BellOff, CircleAlert, Clock3, Star } from 'lucide-react';
import { memo, type MouseEvent } from 'react';
import { useBlocks, useMe, usePresence, useUsers } from '@/protocol/state';
import { useNow } from '@/shared/hooks/use-now';
import { listTime } from '@/shared/time/day';
import { addressOf } from '../address';
import { useConversationName } from '../hooks/use-conversation-name';
import { isMuted } from '../muted';
import { lastAt, preview, senderOf } from '../preview';
import { ConversationAvatar } from './conversation-avatar';
import { MentionBadge, UnreadBadge } from './unread-badge';

interface Props {
  readonly item: ConversationListItem;
  readonly open: boolean;
  readonly draft: string | undefined;
  readonly onOpen: (id: ConversationListItem['id']) => void;
}

/** One conversation in the list: whose, the last word, what is unread. */
export const ConversationRow = memo(function ConversationRow({ item, open, draft, onOpen }: Props) {
  const now = useNow(60_000);
  const { name, person, companion, notes } = useConversationName(item);
  const presence = usePresence().get(companion ?? '');
  const at = lastAt(item.last);
  const muted = isMuted(item.mine, now);
  const unread = item.unread > 0 && (!muted || item.mentions > 0);
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(item.id);
  };
  return (
    <a
      href={addressOf(item.id)}
      onClick={follow}
      aria-current={open ? 'page' : undefined}
      className="group relative flex items-center gap-3 rounded-xl px-3 py-2.5 outline-offset-[-2px] transition-colors hover:bg-sunken aria-[current=page]:bg-pine-wash"
    >
      <ConversationAvatar conversation={item} person={person} online={notes ? undefined : presence?.online} />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className={`truncate tracking-tight ${unread ? 'font-semibold' : 'font-medium'}`}>{name}</span>
          {presence?.online && !notes ? <span className="sr-only">, here now</span> : null}
          {item.mine.favourite ? <Star className="size-3 shrink-0 self-center fill-current text-brass" aria-label="favourite" role="img" /> : null}
          {muted ? <BellOff className="size-3 shrink-0 self-center text-ink-3" aria-label="muted" role="img" /> : null}
          {at ? <time dateTime={at} className={`ml-auto shrink-0 text-xs ${unread ? 'font-medium text-brass' : 'text-ink-3'}`}>{listTime(at, now)}</time> : null}
        </span>
        <span className="mt-0.5 flex items-center gap-2 text-sm">
          <span className={`min-w-0 flex-1 truncate ${unread ? 'text-ink' : 'text-ink-2'}`}><LastWord item={item} draft={open ? undefined : draft} /></span>
          <MentionBadge count={item.mentions} />
          <UnreadBadge count={item.unread} quiet={muted} />
        </span>
      </span>
    </a>
  );
});

function LastWord({ item, draft }: { readonly item: ConversationListItem; readonly draft: string | undefined }) {
  const me = useMe();
  const users = useUsers();
  const blocks = useBlocks();
  if (item.failed > 0) {
    return <span className="text-seal"><CircleAlert className="mr-1 inline size-3.5 align-[-2px]" aria-hidden />Not sent</span>;
  }
  const [typist] = item.typing;
  if (typist) {
    const who = item.kind === 'room' ? users.get(typist.user)?.displayName.split(' ')[0] : undefined;
    return <span className="text-pine-text">{who ? `${who} is writing…` : 'writing…'}</span>;
  }
  if (draft) return <><span className="text-brass">Draft:</span> {draft}</>;
  if (item.pending > 0) return <><Clock3 className="mr-1 inline size-3.5 align-[-2px]" aria-hidden />On its way…</>;
  if (item.kind === 'room' && item.last?.kind === 'message' && blocks.has(item.last.from)) return 'A message of somebody you have blocked';
  return preview(item.last, me.id, senderOf(item, users));
}
