'use client';

import type { Asked } from '../hooks/use-message-commands';
import { DeleteDialog } from './delete-dialog';
import { FlagDialog } from './flag-dialog';
import { MessageInfo } from './message-info';

/** What was asked about a message: whether to delete it, all about it, or why to report it. */
export function AskedDialog({ asked, onClose }: { readonly asked: Asked | undefined; readonly onClose: () => void }) {
  switch (asked?.what) {
    case undefined: return null;
    case 'delete': return <DeleteDialog entry={asked.entry} onClose={onClose} />;
    case 'info': return <MessageInfo entry={asked.entry} onClose={onClose} />;
    case 'flag': return <FlagDialog entry={asked.entry} onClose={onClose} />;
  }
}
