import type { Mine } from '@postrider/client';

/** Whether a conversation asks for no attention just now. */
export function isMuted({ notify, mutedUntil }: Mine, now: Date): boolean {
  return notify === 'none' || (mutedUntil !== undefined && Date.parse(mutedUntil) > now.getTime());
}

/** How much of what is unread the page tells about outside of its list. */
export function waiting(item: { readonly mine: Mine; readonly unread: number; readonly mentions: number }, now: Date): number {
  if (isMuted(item.mine, now)) return 0;
  return item.mine.notify === 'mentions' ? item.mentions : item.unread;
}
