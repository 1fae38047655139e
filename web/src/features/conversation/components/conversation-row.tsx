'use client';

import type { ConversationListItem } from '@postrider/client';
import { CircleAlert, Clock3 } from 'lucide-react';
import type { MouseEvent } from 'react';
import { Avatar } from '@/features/person/components/avatar';
import { useMe, usePresence } from '@/protocol/state';
import { useNow } from '@/shared/hooks/use-now';
import { listTime } from '@/shared/time/day';
import { addressOf } from '../address';
import { useConversationName } from '../hooks/use-conversation-name';
import { lastAt, preview } from '../preview';
import { UnreadBadge } from './unread-badge';

interface Props {
  readonly item: ConversationListItem;
  readonly open: boolean;
  readonly draft: string | undefined;
  readonly onOpen: (id: ConversationListItem['id']) => void;
}

/** One conversation in the list: whose, the last word, what is unread. */
export function ConversationRow({ item, open, draft, onOpen }: Props) {
  const me = useMe();
  const now = useNow(60_000);
  const { name, person, companion, notes } = useConversationName(item);
  const presence = usePresence().get(companion ?? '');
  const at = lastAt(item.last);
  const unread = item.unread > 0;
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
      <Avatar user={person} online={notes ? undefined : presence?.online} />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className={`truncate tracking-tight ${unread ? 'font-semibold' : 'font-medium'}`}>{name}</span>
          {presence?.online && !notes ? <span className="sr-only">, here now</span> : null}
          {at ? <time dateTime={at} className={`ml-auto shrink-0 text-xs ${unread ? 'font-medium text-brass' : 'text-ink-3'}`}>{listTime(at, now)}</time> : null}
        </span>
        <span className="mt-0.5 flex items-center gap-2 text-sm">
          <span className={`min-w-0 flex-1 truncate ${unread ? 'text-ink' : 'text-ink-2'}`}><LastWord item={item} me={me.id} draft={open ? undefined : draft} /></span>
          <UnreadBadge count={item.unread} />
        </span>
      </span>
    </a>
  );
}

function LastWord({ item, me, draft }: { readonly item: ConversationListItem; readonly me: string; readonly draft: string | undefined }) {
  if (item.failed > 0) {
    return <span className="text-seal"><CircleAlert className="mr-1 inline size-3.5 align-[-2px]" aria-hidden />Not sent</span>;
  }
  if (item.typing.length > 0) return <span className="text-pine-text">writing…</span>;
  if (draft) return <><span className="text-brass">Draft:</span> {draft}</>;
  if (item.pending > 0) return <><Clock3 className="mr-1 inline size-3.5 align-[-2px]" aria-hidden />On its way…</>;
  return preview(item.last, me);
}
