'use client';

import type { MessageEntry, Position } from '@postrider/client';
import { MessageSquareText } from 'lucide-react';
import { useNow } from '@/shared/hooks/use-now';
import { listTime } from '@/shared/time/day';

/** How many have answered in the thread under this message, and when the last one did. */
export function RepliesButton({ entry, onOpen }: { readonly entry: MessageEntry; readonly onOpen: (root: Position) => void }) {
  const now = useNow(60_000);
  if (!entry.replies) return null;
  const { count, lastAt } = entry.replies;
  return (
    <button
      type="button"
      onClick={() => onOpen(entry.position)}
      className="mt-1 inline-flex min-h-7 items-center gap-1.5 rounded-full px-2.5 text-[13px] font-medium text-pine-text hover:bg-pine-wash"
    >
      <MessageSquareText className="size-4" aria-hidden />
      {count === 1 ? '1 reply' : `${count} replies`}
      <span className="font-normal text-ink-3">last {listTime(lastAt, now)}</span>
    </button>
  );
}
