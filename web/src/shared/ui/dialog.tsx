'use client';

import { X } from 'lucide-react';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { DialogHost } from './dialog-host';
import { IconButton } from './icon-button';
import { useSaid } from './notices';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** `sheet` comes from the side and takes the whole phone; `box` stands in the middle. */
  readonly form?: 'box' | 'sheet';
}

const forms = {
  box: 'm-auto w-[min(26rem,calc(100vw-2rem))] rounded-2xl animate-rise',
  sheet: 'my-0 mr-0 ml-auto h-dvh max-h-none w-full max-w-[27rem] animate-slide',
};

/** A modal dialog on the browser's own: it traps the focus, closes on Escape, and gives the focus back.
 * The focus goes to what carries `data-first-focus`, else to the first control. */
export function Dialog({ title, onClose, children, form = 'box' }: Props) {
  const [shown, setShown] = useState<HTMLDialogElement | null>(null);
  const id = useId();
  const said = useSaid();
  useEffect(() => {
    if (shown && !shown.open) shown.showModal();
    shown?.querySelector<HTMLElement>('[data-first-focus]')?.focus();
    return () => shown?.close();
  }, [shown]);
  return (
    <dialog
      ref={setShown}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className={`overflow-clip bg-sheet p-0 text-ink shadow-float outline-none backdrop:bg-[rgb(10_18_15/45%)] ${forms[form]}`}
    >
      <div className="flex h-full max-h-dvh flex-col">
        <header className="flex items-center justify-between gap-2 py-3 pr-3 pl-5">
          <h2 id={id} className="text-base font-semibold tracking-tight">{title}</h2>
          <IconButton label="Close" onClick={onClose}><X className="size-5" aria-hidden /></IconButton>
        </header>
        <DialogHost value={shown}>{children}</DialogHost>
        <p role="status" className="sr-only">{said}</p>
      </div>
    </dialog>
  );
}
