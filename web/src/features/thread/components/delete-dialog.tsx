'use client';

import type { MessageEntry } from '@postrider/client';
import { useClient } from '@/protocol/client-provider';
import { Button } from '@/shared/ui/button';
import { Dialog } from '@/shared/ui/dialog';
import { useOutcome } from '@/protocol/use-outcome';

/** Asks before deleting, and says exactly what deleting does. */
export function DeleteDialog({ entry, onClose }: { readonly entry: MessageEntry; readonly onClose: () => void }) {
  const client = useClient();
  const told = useOutcome();
  const remove = () => {
    told('The message was not deleted', client.remove(entry.conversation, entry.position));
    onClose();
  };
  return (
    <Dialog title="Delete this message?" onClose={onClose}>
      <div className="flex flex-col gap-4 px-5 pb-5 text-sm text-ink-2">
        <blockquote className="line-clamp-3 rounded-lg bg-sunken px-3 py-2 text-ink [overflow-wrap:anywhere]">{entry.body}</blockquote>
        <p>
          It goes for everybody in this conversation, for good: its text, its earlier versions and its reactions leave
          the history, the search and every export within a second. A line saying that it was deleted stays.
        </p>
        <p>
          The server’s delivery log, which only its operators can open, keeps the text until the log’s own retention is over.
          Nobody can call back what others have already read or copied.
        </p>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose} data-first-focus>Keep it</Button>
          <Button look="danger" onClick={remove}>Delete for everybody</Button>
        </div>
      </div>
    </Dialog>
  );
}
