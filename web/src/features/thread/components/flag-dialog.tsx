'use client';

import type { MessageEntry } from '@postrider/client';
import { useState } from 'react';
import { useClient } from '@/protocol/client-provider';
import { useCall } from '@/protocol/use-call';
import { Button } from '@/shared/ui/button';
import { Dialog } from '@/shared/ui/dialog';
import { Field } from '@/shared/ui/field';
import { flagMessage } from '../api/flag-message';

/** Tells the administrators about a message, with a reason. */
export function FlagDialog({ entry, onClose }: { readonly entry: MessageEntry; readonly onClose: () => void }) {
  const client = useClient();
  const { busy, run } = useCall();
  const [reason, setReason] = useState('');
  const send = async () => {
    if (await run(() => flagMessage(client, entry.conversation, entry.position, reason), 'Thank you. The administrators will look at it.')) onClose();
  };
  return (
    <Dialog title="Report this message?" onClose={onClose}>
      <form
        className="flex flex-col gap-4 px-5 pb-5 text-sm text-ink-2"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <blockquote className="line-clamp-3 rounded-lg bg-sunken px-3 py-2 text-ink [overflow-wrap:anywhere]">{entry.body}</blockquote>
        <p>The administrators of this installation see the message and who reported it. The author is not told.</p>
        <Field label="Why?" value={reason} onChange={(event) => setReason(event.target.value)} maxLength={500} hint="Optional." autoComplete="off" data-first-focus />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={busy}>Report</Button>
        </div>
      </form>
    </Dialog>
  );
}
