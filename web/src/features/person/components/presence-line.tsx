'use client';

import type { User, UserId } from '@postrider/client';
import { usePresence } from '@/protocol/state';
import { useNow } from '@/shared/hooks/use-now';
import { ago } from '@/shared/time/day';

/** "Here now", "away", or when they were last seen; and what they say about themselves. */
export function PresenceLine({ id, user }: { readonly id: UserId; readonly user: User | undefined }) {
  const presence = usePresence().get(id);
  const now = useNow(60_000);
  const told = presence?.status ?? user?.status;
  const status = told?.until && Date.parse(told.until) <= now.getTime() ? undefined : told;
  const where = user?.deactivated ? 'Account closed' : whereabouts();
  const said = status ? [status.emoji, status.text].filter(Boolean).join(' ') : undefined;
  return <>{[where, said].filter(Boolean).join(' · ') || `@${user?.username ?? '…'}`}</>;

  function whereabouts(): string | undefined {
    if (!presence) return undefined;
    if (presence.online) return { auto: 'Here now', away: 'Away', dnd: 'Do not disturb' }[presence.availability ?? 'auto'];
    return presence.lastSeen ? `Last seen ${ago(presence.lastSeen, now)}` : 'Not here';
  }
}
