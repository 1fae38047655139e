'use client';

import type { MessageEntry } from '@postrider/client';
import { Copy, Ellipsis, Flag, Info, MailPlus, MessageSquareText, Pencil, Pin, PinOff, Reply, SmilePlus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { EmojiPicker } from '@/shared/ui/emoji-picker';
import { IconButton } from '@/shared/ui/icon-button';
import { Menu, type MenuItem } from '@/shared/ui/menu';
import { useNotice } from '@/shared/ui/notices';
import type { MessageCommands } from '../hooks/use-message-commands';

interface Props {
  readonly entry: MessageEntry;
  readonly commands: MessageCommands;
}

const small = 'size-8 rounded-md';

/** What can be done with a message; shown while its row is pointed at or holds the focus. */
export function MessageActions({ entry, commands }: Props) {
  const { may, thread } = commands;
  const [open, setOpen] = useState<'emoji' | 'menu'>();
  const react = useRef<HTMLButtonElement>(null);
  const more = useRef<HTMLButtonElement>(null);
  const items = useMenu(entry, commands);
  const toggle = (what: 'emoji' | 'menu') => setOpen(open === what ? undefined : what);
  return (
    <div
      role="toolbar"
      aria-label="Message"
      className={`invisible absolute bottom-full z-10 flex rounded-lg border border-line bg-sheet p-0.5 shadow-float group-focus-within/row:visible group-hover/row:visible ${open ? 'visible!' : ''} ${entry.own ? 'right-0' : 'left-0'}`}
    >
      {may.post ? (
        <>
          <IconButton ref={react} label="React" className={small} aria-expanded={open === 'emoji'} onClick={() => toggle('emoji')}><SmilePlus className="size-4" aria-hidden /></IconButton>
          <IconButton label="Reply" className={small} onClick={() => commands.reply(entry)}><Reply className="size-4" aria-hidden /></IconButton>
        </>
      ) : null}
      {thread ? <IconButton label="Reply in thread" className={small} onClick={() => thread(entry.thread ?? entry.position)}><MessageSquareText className="size-4" aria-hidden /></IconButton> : null}
      {entry.own && may.post ? (
        <>
          <IconButton label="Edit" className={small} onClick={() => commands.edit(entry)}><Pencil className="size-4" aria-hidden /></IconButton>
          <IconButton label="Delete" className={`${small} hover:text-seal`} onClick={() => commands.remove(entry)}><Trash2 className="size-4" aria-hidden /></IconButton>
        </>
      ) : null}
      <IconButton ref={more} label="More about this message" className={small} aria-expanded={open === 'menu'} onClick={() => toggle('menu')}><Ellipsis className="size-4" aria-hidden /></IconButton>
      {open === 'menu' ? <Menu anchor={more} label="Message" items={items} onClose={() => setOpen(undefined)} /> : null}
      {open === 'emoji' ? (
        <EmojiPicker
          anchor={react}
          onClose={() => setOpen(undefined)}
          onPick={(emoji) => {
            setOpen(undefined);
            commands.react(entry, emoji, true);
          }}
        />
      ) : null}
    </div>
  );
}

function useMenu(entry: MessageEntry, { may, pin, info, flag, remove, unread }: MessageCommands): readonly MenuItem[] {
  const tell = useNotice();
  const copy = () => void navigator.clipboard.writeText(entry.body ?? '').then(() => tell('Copied.'), () => tell('Could not be copied.'));
  const pinned = entry.pinned !== undefined;
  return [
    { label: 'Copy text', icon: Copy, onChoose: copy },
    ...(may.pin ? [{ label: pinned ? 'Unpin' : 'Pin', icon: pinned ? PinOff : Pin, onChoose: () => pin(entry, !pinned) }] : []),
    ...(entry.own ? [] : [{ label: 'Mark unread from here', icon: MailPlus, onChoose: () => unread(entry) }]),
    { label: 'Seen by, reactions, edits', icon: Info, onChoose: () => info(entry) },
    ...(entry.own ? [] : [{ label: 'Report to the administrators', icon: Flag, onChoose: () => flag(entry) }]),
    ...(!entry.own && may.deleteOthers ? [{ label: 'Delete for everybody', icon: Trash2, danger: true, onChoose: () => remove(entry) }] : []),
  ];
}
