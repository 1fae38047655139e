'use client';

import { Copy } from 'lucide-react';
import { until } from '@/shared/time/day';
import { Button } from '@/shared/ui/button';
import { Dialog } from '@/shared/ui/dialog';
import { useNotice } from '@/shared/ui/notices';

interface Props {
  readonly title: string;
  readonly code: string;
  readonly text: string;
  readonly expiresAt?: string | undefined;
  readonly onClose: () => void;
}

/** Something secret that is shown once. */
export function CodeDialog({ title, code, text, expiresAt, onClose }: Props) {
  const tell = useNotice();
  const copy = () => void navigator.clipboard.writeText(code).then(() => tell('Copied.'), () => tell('Could not be copied.'));
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="flex flex-col gap-4 px-5 pb-5 text-sm text-ink-2">
        <output className="block rounded-lg bg-sunken px-3 py-3 text-center font-mono text-lg break-all text-ink select-all">{code}</output>
        <p>{text}</p>
        {expiresAt ? <p>It is good until {until(expiresAt)}.</p> : null}
        <div className="flex justify-end gap-2">
          <Button onClick={copy}><Copy className="size-4" aria-hidden />Copy</Button>
          <Button look="primary" onClick={onClose} data-first-focus>Done</Button>
        </div>
      </div>
    </Dialog>
  );
}
