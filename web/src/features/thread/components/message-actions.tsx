'use client';

import type { MessageEntry } from '@postrider/client';
import { Copy, Pencil, Reply, SmilePlus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { IconButton } from '@/shared/ui/icon-button';
import { useNotice } from '@/shared/ui/notices';
import { EmojiPicker } from '@/features/composer/components/emoji-picker';
import type { MessageCommands } from '../hooks/use-message-commands';

interface Props {
  readonly entry: MessageEntry;
  readonly commands: MessageCommands;
}

const small = 'size-8 rounded-md';

/** What can be done with a message; shown while its row is pointed at or holds the focus. */
export function MessageActions({ entry, commands }: Props) {
  const [picking, setPicking] = useState(false);
  const react = useRef<HTMLButtonElement>(null);
  const tell = useNotice();
  const copy = () => void navigator.clipboard.writeText(entry.body ?? '').then(() => tell('Copied.'), () => tell('Could not be copied.'));
  return (
    <div
      role="toolbar"
      aria-label="Message"
      className={`invisible absolute -top-9 z-10 flex rounded-lg border border-line bg-sheet p-0.5 shadow-float group-focus-within/row:visible group-hover/row:visible ${picking ? 'visible!' : ''} ${entry.own ? 'right-0 xl:right-full xl:mr-2' : 'left-0 xl:left-full xl:ml-2'} xl:top-0`}
    >
      <IconButton ref={react} label="React" className={small} aria-expanded={picking} onClick={() => setPicking(!picking)}>
        <SmilePlus className="size-4" aria-hidden />
      </IconButton>
      <IconButton label="Reply" className={small} onClick={() => commands.reply(entry)}><Reply className="size-4" aria-hidden /></IconButton>
      <IconButton label="Copy text" className={small} onClick={copy}><Copy className="size-4" aria-hidden /></IconButton>
      {entry.own ? (
        <>
          <IconButton label="Edit" className={small} onClick={() => commands.edit(entry)}><Pencil className="size-4" aria-hidden /></IconButton>
          <IconButton label="Delete" className={`${small} hover:text-seal`} onClick={() => commands.remove(entry)}><Trash2 className="size-4" aria-hidden /></IconButton>
        </>
      ) : null}
      {picking ? (
        <EmojiPicker
          anchor={react}
          onClose={() => setPicking(false)}
          onPick={(emoji) => {
            setPicking(false);
            commands.react(entry, emoji, true);
          }}
        />
      ) : null}
    </div>
  );
}
