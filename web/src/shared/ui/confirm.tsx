'use client';

import { useState, type ReactNode } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';
import { Field } from './field';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly action: string;
  readonly keep: string;
  readonly busy?: boolean;
  /** What has to be typed before it can be done: for what nobody can undo. */
  readonly typed?: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that hurts, and says what it does. The focus stands on keeping all as it is. */
export function Confirm({ title, children, action, keep, busy = false, typed, onConfirm, onClose }: Props) {
  const [written, setWritten] = useState('');
  const ready = typed === undefined || written.trim() === typed;
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="flex flex-col gap-4 px-5 pb-5 text-sm text-ink-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy) onConfirm();
        }}
      >
        {children}
        {typed === undefined ? null : (
          <Field label={`Type “${typed}” to go on`} value={written} onChange={(event) => setWritten(event.target.value)} autoComplete="off" spellCheck={false} />
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose} data-first-focus>{keep}</Button>
          <Button type="submit" look="danger" busy={busy} disabled={!ready}>{action}</Button>
        </div>
      </form>
    </Dialog>
  );
}
