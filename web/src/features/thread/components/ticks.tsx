import type { MessageEntry, PendingEntry } from '@postrider/client';
import { Check, CheckCheck, CircleAlert, Clock3 } from 'lucide-react';

type Way = 'pending' | 'failed' | 'sent' | 'delivered' | 'read';

const ways = {
  pending: { icon: Clock3, label: 'Sending', look: 'text-on-pine-2' },
  failed: { icon: CircleAlert, label: 'Not sent', look: 'text-brass-on-pine' },
  sent: { icon: Check, label: 'Sent', look: 'text-on-pine-2' },
  delivered: { icon: CheckCheck, label: 'Delivered', look: 'text-on-pine-2' },
  read: { icon: CheckCheck, label: 'Read', look: 'text-brass-on-pine' },
} as const;

/** How far one's own message has come. */
export function wayOf(entry: MessageEntry | PendingEntry): Way {
  return entry.kind === 'pending' ? entry.state : (entry.delivery ?? 'sent');
}

export function Ticks({ entry }: { readonly entry: MessageEntry | PendingEntry }) {
  const way = wayOf(entry);
  const { icon: Icon, label, look } = ways[way];
  return (
    <span data-way={way} className={look}>
      <Icon className="size-3.5" strokeWidth={2.25} aria-hidden />
      <span className="sr-only">{label}</span>
    </span>
  );
}
