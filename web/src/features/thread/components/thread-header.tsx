'use client';

import type { ConversationSnapshot } from '@postrider/client';
import { ArrowLeft } from 'lucide-react';
import { useConversationName } from '@/features/conversation/hooks/use-conversation-name';
import { Avatar } from '@/features/person/components/avatar';
import { PresenceLine } from '@/features/person/components/presence-line';
import { usePresence } from '@/protocol/state';
import { IconButton } from '@/shared/ui/icon-button';

/** Who the conversation is with, and whether they are here. */
export function ThreadHeader({ snapshot, onBack }: { readonly snapshot: ConversationSnapshot; readonly onBack: () => void }) {
  const { name, person, companion, notes } = useConversationName(snapshot);
  const presence = usePresence().get(companion ?? '');
  return (
    <header className="flex h-16 shrink-0 items-center gap-3 border-b border-line bg-sheet pr-4 pl-2 wide:pl-6">
      <IconButton label="Back to conversations" onClick={onBack} className="wide:hidden"><ArrowLeft className="size-5" aria-hidden /></IconButton>
      <Avatar user={person ?? { displayName: name, color: '#1f5548' }} online={notes ? undefined : presence?.online} />
      <div className="min-w-0 flex-1">
        <h1 className="truncate text-base leading-tight font-semibold tracking-tight">{name}</h1>
        <p className="truncate text-[13px] text-ink-2">
          {notes ? 'Only for you' : snapshot.typing.length > 0 ? <span className="text-pine-text">writing…</span>
            : companion ? <PresenceLine id={companion} user={person} /> : snapshot.topic}
        </p>
      </div>
    </header>
  );
}
