'use client';

import type { ConversationId, Mine } from '@postrider/client';
import { useClient } from '@/protocol/client-provider';
import { useCall } from '@/protocol/use-call';
import { useNow } from '@/shared/hooks/use-now';
import { until } from '@/shared/time/day';
import { Button } from '@/shared/ui/button';
import { Dialog } from '@/shared/ui/dialog';
import { Segments } from '@/shared/ui/segments';
import { changeMine } from '../api/change-mine';

interface Props {
  readonly id: ConversationId;
  readonly name: string;
  readonly mine: Mine;
  /** Nobody is mentioned in a direct conversation. */
  readonly direct: boolean;
  readonly onClose: () => void;
}

const levels = [{ value: 'all', label: 'Everything' }, { value: 'mentions', label: 'Mentions' }, { value: 'none', label: 'Nothing' }] as const;
const hours = [{ label: '1 hour', hours: 1 }, { label: '8 hours', hours: 8 }, { label: '1 week', hours: 168 }];

/** How much of a conversation one wants to be told about, and for how long not at all. */
export function NotifyDialog({ id, name, mine, direct, onClose }: Props) {
  const client = useClient();
  const now = useNow(60_000);
  const { busy, run } = useCall();
  const change = (to: Parameters<typeof changeMine>[2]) => void run(() => changeMine(client, id, to));
  const muted = mine.mutedUntil !== undefined && Date.parse(mine.mutedUntil) > now.getTime() ? mine.mutedUntil : undefined;
  return (
    <Dialog title="Notifications" onClose={onClose}>
      <div className="flex flex-col gap-5 px-5 pb-5">
        <p className="-mt-2 truncate text-sm text-ink-2">{name}</p>
        <Segments
          legend="Tell me about" value={mine.notify} onChange={(notify) => change({ notify })}
          options={direct ? levels.filter(({ value }) => value !== 'mentions') : levels}
        />
        <fieldset>
          <legend className="mb-1.5 text-sm font-medium">Quiet for a while</legend>
          {muted ? (
            <p className="flex items-center justify-between gap-3 rounded-lg bg-sunken py-1.5 pr-1.5 pl-3 text-sm">
              <span>Muted until {until(muted, now)}</span>
              <Button look="quiet" busy={busy} onClick={() => change({ mutedUntil: null })}>Unmute</Button>
            </p>
          ) : (
            <div className="flex gap-2">
              {hours.map(({ label, hours: n }) => (
                <Button key={label} busy={busy} className="flex-1 px-2" aria-label={`Mute for ${label}`} onClick={() => change({ mutedUntil: new Date(Date.now() + n * 3_600_000).toISOString() })}>{label}</Button>
              ))}
            </div>
          )}
        </fieldset>
        <p className="text-[13px] text-ink-3">What is unread is counted all the same; a muted conversation shows it in grey.</p>
      </div>
    </Dialog>
  );
}
