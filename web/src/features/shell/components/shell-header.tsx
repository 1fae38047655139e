'use client';

import { Compass, Plus, ShieldCheck, SquarePen } from 'lucide-react';
import { useRef, useState } from 'react';
import { Avatar } from '@/features/person/components/avatar';
import { usePerson } from '@/features/person/hooks/use-person';
import { BrowseRooms } from '@/features/room/components/browse-rooms';
import { CreateRoom } from '@/features/room/components/create-room';
import { useMe } from '@/protocol/state';
import { Wordmark } from '@/shared/brand/wordmark';
import { IconButton } from '@/shared/ui/icon-button';
import { Menu, type MenuItem } from '@/shared/ui/menu';

interface Props {
  /** No thread is open, whose name would head the page. */
  readonly heads: boolean;
  readonly onSettings: () => void;
}

/** The head of the list: the name of the house, the way to rooms, and to one's own things. */
export function ShellHeader({ heads, onSettings }: Props) {
  const me = useMe();
  const person = usePerson(me.id) ?? me;
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState<'create' | 'browse'>();
  const plus = useRef<HTMLButtonElement>(null);
  const items: readonly MenuItem[] = [
    { label: 'New room', icon: SquarePen, onChoose: () => setShown('create') },
    { label: 'Browse rooms', icon: Compass, onChoose: () => setShown('browse') },
    ...(me.role === 'admin' ? [{ label: 'Administration', icon: ShieldCheck, onChoose: () => window.location.assign('/admin') }] : []),
  ];
  return (
    <header className="flex h-16 shrink-0 items-center gap-1 pr-3 pl-5">
      {heads ? <h1 className="flex"><Wordmark /></h1> : <Wordmark />}
      <IconButton ref={plus} label="Rooms" aria-expanded={open} onClick={() => setOpen(!open)} className="ml-auto size-11"><Plus className="size-5" aria-hidden /></IconButton>
      <button
        type="button"
        onClick={onSettings}
        aria-label={`Profile and settings of ${person.displayName}`}
        title="Profile and settings"
        className="grid size-11 place-items-center rounded-xl transition-colors hover:bg-sunken"
      >
        <Avatar user={person} size="small" />
      </button>
      {open ? <Menu anchor={plus} label="Rooms" items={items} onClose={() => setOpen(false)} /> : null}
      {shown === 'create' ? <CreateRoom onClose={() => setShown(undefined)} /> : null}
      {shown === 'browse' ? <BrowseRooms onClose={() => setShown(undefined)} onCreate={() => setShown('create')} /> : null}
    </header>
  );
}
