'use client';

import type { ConversationSnapshot } from '@postrider/client';
import { Ban, CircleCheck, LogOut, Pin, Settings2, Users } from 'lucide-react';
import { useState } from 'react';
import { NotifyDialog } from '@/features/conversation/components/notify-dialog';
import { useConversationMenu } from '@/features/conversation/hooks/use-conversation-menu';
import { useConversationName } from '@/features/conversation/hooks/use-conversation-name';
import { useBlocking } from '@/features/person/hooks/use-blocking';
import { LeaveRoom } from '@/features/room/components/leave-room';
import { RoomSettings } from '@/features/room/components/room-settings';
import type { MenuItem } from '@/shared/ui/menu';
import { ThreadHeader } from './thread-header';

interface Props {
  readonly snapshot: ConversationSnapshot;
  readonly onBack: () => void;
  readonly onMembers: () => void;
  readonly onPins: () => void;
}

/** The head of a conversation with all that its menu leads to. */
export function HeaderWithMenu({ snapshot, onBack, onMembers, onPins }: Props) {
  const { name, companion, notes } = useConversationName(snapshot);
  const [shown, setShown] = useState<'notify' | 'settings' | 'leave'>();
  const common = useConversationMenu(snapshot, () => setShown('notify'));
  const { blocked, setBlocked } = useBlocking(companion);
  const close = () => setShown(undefined);
  const room: readonly MenuItem[] = snapshot.kind !== 'room' ? [] : [
    { label: 'Members', icon: Users, onChoose: onMembers },
    { label: 'Room settings', icon: Settings2, onChoose: () => setShown('settings') },
  ];
  const last: readonly MenuItem[] = snapshot.kind === 'room' ? [{ label: 'Leave the room', icon: LogOut, danger: true, onChoose: () => setShown('leave') }]
    : companion && !notes ? [blocked ? { label: `Unblock ${name}`, icon: CircleCheck, onChoose: () => setBlocked(false) } : { label: `Block ${name}`, icon: Ban, danger: true, onChoose: () => setBlocked(true) }]
    : [];
  return (
    <>
      <ThreadHeader
        snapshot={snapshot} onBack={onBack} onMembers={onMembers} onPins={onPins}
        items={[...room, { label: 'Pinned messages', icon: Pin, onChoose: onPins }, ...common, ...last]}
      />
      {blocked ? (
        <p className="flex items-center justify-center gap-2 border-b border-line bg-sunken px-4 py-1.5 text-[13px] text-ink-2">
          You have blocked {name}.
          <button type="button" onClick={() => setBlocked(false)} className="min-h-6 rounded px-1 font-semibold underline underline-offset-3">Unblock</button>
        </p>
      ) : null}
      {shown === 'notify' ? <NotifyDialog id={snapshot.id} name={name} mine={snapshot.mine} direct={snapshot.kind === 'dm'} onClose={close} /> : null}
      {shown === 'settings' ? <RoomSettings snapshot={snapshot} onClose={close} /> : null}
      {shown === 'leave' ? <LeaveRoom snapshot={snapshot} onClose={close} /> : null}
    </>
  );
}
