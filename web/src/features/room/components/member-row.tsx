'use client';

import { directConversation, type ConversationSnapshot, type Member, type Role } from '@postrider/client';
import { Ban, Crown, Ellipsis, MessageSquare, Shield, UserMinus } from 'lucide-react';
import { useRef, useState } from 'react';
import { usePlace } from '@/features/conversation/hooks/use-place';
import { Avatar } from '@/features/person/components/avatar';
import { PresenceLine } from '@/features/person/components/presence-line';
import { useClient } from '@/protocol/client-provider';
import { useMe, usePresence } from '@/protocol/state';
import { useCall } from '@/protocol/use-call';
import { Confirm } from '@/shared/ui/confirm';
import { IconButton } from '@/shared/ui/icon-button';
import { Menu, type MenuItem } from '@/shared/ui/menu';
import { expelMember } from '../api/expel-member';
import { setRole } from '../api/set-role';
import { rightsOf, roleNames, rolesToGive } from '../rights';

interface Props {
  readonly room: ConversationSnapshot;
  readonly member: Member;
  readonly onChanged: () => void;
}

type Asking = 'remove' | 'ban' | 'handover';

/** One member: who, whether here, in which role; and what the viewer may do about it. */
export function MemberRow({ room, member: { user, role }, onChanged }: Props) {
  const client = useClient();
  const me = useMe();
  const { go } = usePlace();
  const { busy, run } = useCall();
  const presence = usePresence().get(user.id);
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState<Asking>();
  const more = useRef<HTMLButtonElement>(null);
  const may = rightsOf(room);
  const roles = may.manage ? rolesToGive(room.role, role) : [];
  const change = async (call: () => Promise<unknown>, done: string) => {
    if (await run(call, done)) onChanged();
    setAsking(undefined);
  };
  const give = (next: Role) => void change(() => setRole(client, room.id, user.id, next), `${user.displayName} is now ${roleNames[next].toLowerCase()}.`);
  const items: readonly MenuItem[] = [
    { label: 'Write a message', icon: MessageSquare, onChoose: () => go(directConversation(me.id, user.id)) },
    ...roles.map((next) => ({ label: `Make ${roleNames[next].toLowerCase()}`, icon: Shield, onChoose: () => give(next) })),
    ...(may.own ? [{ label: 'Hand the room over', icon: Crown, onChoose: () => setAsking('handover') }] : []),
    ...(roles.length > 0 ? [
      { label: 'Remove', icon: UserMinus, danger: true, onChoose: () => setAsking('remove') },
      { label: 'Ban', icon: Ban, danger: true, onChoose: () => setAsking('ban') },
    ] : []),
  ];
  return (
    <div className="flex items-center gap-3 rounded-xl px-2 py-2 hover:bg-sunken">
      <Avatar user={user} size="small" online={presence?.online} />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2"><span className="truncate text-sm font-medium">{user.displayName}</span>{user.id === me.id ? <span className="shrink-0 text-[13px] text-ink-3">you</span> : null}</span>
        <span className="block truncate text-[13px] text-ink-2"><PresenceLine id={user.id} user={user} /></span>
      </span>
      {role === 'member' ? null : <span className="shrink-0 rounded-full border border-line px-2 py-0.5 text-xs text-ink-2">{roleNames[role]}</span>}
      {user.id === me.id ? null : (
        <IconButton ref={more} label={`More about ${user.displayName}`} className="size-8" aria-expanded={open} onClick={() => setOpen(!open)}><Ellipsis className="size-4" aria-hidden /></IconButton>
      )}
      {open ? <Menu anchor={more} label={user.displayName} items={items} onClose={() => setOpen(false)} /> : null}
      {asking === 'handover' ? (
        <Confirm title={`Hand the room over to ${user.displayName}?`} action="Hand over" keep="Keep it" busy={busy} onClose={() => setAsking(undefined)} onConfirm={() => void change(() => setRole(client, room.id, user.id, 'owner'), `${room.name} now belongs to ${user.displayName}.`)}>
          <p>{user.displayName} will own {room.name} and decide about its visibility, archive and end. You stay as an admin; only the new owner can give it back.</p>
        </Confirm>
      ) : null}
      {asking === 'remove' || asking === 'ban' ? (
        <Confirm
          title={`${asking === 'ban' ? 'Ban' : 'Remove'} ${user.displayName}?`} action={asking === 'ban' ? 'Ban' : 'Remove'} keep="Cancel" busy={busy} onClose={() => setAsking(undefined)}
          onConfirm={() => void change(() => expelMember(client, room.id, user.id, asking === 'ban'), `${user.displayName} is no longer in ${room.name}.`)}
        >
          <p>
            {asking === 'ban' ? 'They leave the room and cannot come back, not with an invitation either, until the ban is lifted.' : 'They leave the room. They can come back like anybody else.'}
            {' '}What they wrote stays. The room sees a line about it.
          </p>
        </Confirm>
      ) : null}
    </div>
  );
}
