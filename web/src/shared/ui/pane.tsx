'use client';

import { X } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useMedia } from '../hooks/use-media';
import { Dialog } from './dialog';
import { IconButton } from './icon-button';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Stands beside the thread where there is room for both, else comes as a sheet above it. Escape closes either. */
export function Pane({ title, onClose, children }: Props) {
  const id = useId();
  const beside = useMedia('(min-width: 72rem)');
  if (!beside) return <Dialog title={title} form="sheet" onClose={onClose}>{children}</Dialog>;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of what is inside bubble here
    <aside
      aria-labelledby={id}
      onKeyDown={(event) => {
        const within = !(event.target as Element).closest('dialog');
        if (event.key === 'Escape' && within && !event.defaultPrevented) onClose();
      }}
      className="flex h-full min-h-0 w-92 shrink-0 flex-col border-l border-line bg-sheet"
    >
      <header className="flex h-16 shrink-0 items-center justify-between gap-2 border-b border-line pr-3 pl-5">
        <h2 id={id} className="text-base font-semibold tracking-tight">{title}</h2>
        <IconButton label={`Close ${title.toLowerCase()}`} onClick={onClose}><X className="size-5" aria-hidden /></IconButton>
      </header>
      {children}
    </aside>
  );
}
