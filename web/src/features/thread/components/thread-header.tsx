'use client';

import type { ConversationSnapshot } from '@postrider/client';
import { ArrowLeft, Ellipsis, Pin, Users } from 'lucide-react';
import { useRef, useState } from 'react';
import { ConversationAvatar } from '@/features/conversation/components/conversation-avatar';
import { useConversationName } from '@/features/conversation/hooks/use-conversation-name';
import { PresenceLine } from '@/features/person/components/presence-line';
import { useOnline, usePresence, useUsers } from '@/protocol/state';
import { IconButton } from '@/shared/ui/icon-button';
import { Menu, type MenuItem } from '@/shared/ui/menu';

interface Props {
  readonly snapshot: ConversationSnapshot;
  readonly items: readonly MenuItem[];
  readonly onBack: () => void;
  readonly onMembers: () => void;
  readonly onPins: () => void;
}

/** Who the conversation is with, whether they are here, and what can be done with it. */
export function ThreadHeader({ snapshot, items, onBack, onMembers, onPins }: Props) {
  const { name, person, companion, notes } = useConversationName(snapshot);
  const presence = usePresence().get(companion ?? '');
  const [open, setOpen] = useState(false);
  const more = useRef<HTMLButtonElement>(null);
  const room = snapshot.kind === 'room';
  return (
    <header className="flex h-16 shrink-0 items-center gap-3 border-b border-line bg-sheet pr-2 pl-2 wide:pr-3 wide:pl-6">
      <IconButton label="Back to conversations" onClick={onBack} className="-mr-2 wide:hidden"><ArrowLeft className="size-5" aria-hidden /></IconButton>
      <ConversationAvatar conversation={snapshot} person={person} online={notes ? undefined : presence?.online} />
      <div className="min-w-0 flex-1">
        <h1 className="truncate text-base leading-tight font-semibold tracking-tight">{name}</h1>
        <p className="truncate text-[13px] text-ink-2">
          {notes ? 'Only for you' : !room && snapshot.typing.length > 0 ? <span className="text-pine-text">writing…</span>
            : companion ? <PresenceLine id={companion} user={person} /> : room ? <RoomLine snapshot={snapshot} onMembers={onMembers} /> : snapshot.topic}
        </p>
      </div>
      <div className="flex shrink-0">
        {room ? <IconButton label="Members" onClick={onMembers}><Users className="size-5" aria-hidden /></IconButton> : null}
        <IconButton label="Pinned messages" onClick={onPins} className="max-wide:hidden"><Pin className="size-5" aria-hidden /></IconButton>
        <IconButton ref={more} label="More" aria-expanded={open} onClick={() => setOpen(!open)}><Ellipsis className="size-5" aria-hidden /></IconButton>
      </div>
      {open ? <Menu anchor={more} label="Conversation" items={items} onClose={() => setOpen(false)} /> : null}
    </header>
  );
}

/** How many are in the room, who of them is here, and what it is about. */
function RoomLine({ snapshot, onMembers }: { readonly snapshot: ConversationSnapshot; readonly onMembers: () => void }) {
  const online = useOnline().get(snapshot.id);
  const users = useUsers();
  const { memberCount, topic, archived } = snapshot;
  const names = online?.users.flatMap((id) => users.get(id)?.displayName ?? []) ?? [];
  return (
    <>
      {archived ? <span className="font-medium text-brass">Archived · </span> : null}
      {memberCount === undefined ? null : (
        <button type="button" onClick={onMembers} title={names.length > 0 ? `Here now: ${names.slice(0, 20).join(', ')}` : undefined} className="rounded underline-offset-3 hover:underline">
          {memberCount === 1 ? '1 member' : `${memberCount.toLocaleString('en-GB')} members`}
          {online && online.total > 0 ? <>, <span className="text-pine-text">{online.total.toLocaleString('en-GB')} here</span></> : null}
        </button>
      )}
      {topic ? <span title={topic}> · {topic}</span> : null}
    </>
  );
}
