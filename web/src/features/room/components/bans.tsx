'use client';

import type { ConversationSnapshot, User } from '@postrider/client';
import { useCallback } from 'react';
import { Avatar } from '@/features/person/components/avatar';
import { useClient } from '@/protocol/client-provider';
import { useCall } from '@/protocol/use-call';
import { useLoaded } from '@/protocol/use-loaded';
import { Button } from '@/shared/ui/button';
import { Dialog } from '@/shared/ui/dialog';
import { Spinner } from '@/shared/ui/spinner';
import { liftBan } from '../api/lift-ban';
import { listBans } from '../api/list-bans';

/** Who cannot come back, and how to let them. */
export function Bans({ room, onClose }: { readonly room: ConversationSnapshot; readonly onClose: () => void }) {
  const client = useClient();
  const { busy, run } = useCall();
  const { loaded, again } = useLoaded(useCallback(() => listBans(client, room.id), [client, room.id]));
  const lift = async (user: User) => {
    if (await run(() => liftBan(client, room.id, user.id), `${user.displayName} can join again.`)) again();
  };
  return (
    <Dialog title="Banned people" onClose={onClose}>
      <div className="flex flex-col gap-3 px-5 pb-5 text-sm">
        {loaded.is === 'loading' ? <Spinner label="Looking…" /> : null}
        {loaded.is === 'failed' ? <p role="alert" className="text-seal">{loaded.text} <button type="button" className="font-semibold underline" onClick={again}>Try again</button></p> : null}
        {loaded.is === 'there' && loaded.value.length === 0 ? <p className="text-ink-2">Nobody is banned from {room.name}.</p> : null}
        <ul className="flex flex-col gap-3">
          {loaded.is === 'there' ? loaded.value.map((user) => (
            <li key={user.id} className="flex items-center gap-3">
              <Avatar user={user} size="small" />
              <span className="min-w-0 flex-1"><span className="block truncate font-medium">{user.displayName}</span><span className="block truncate text-[13px] text-ink-2">@{user.username}</span></span>
              <Button look="quiet" busy={busy} className="shrink-0 px-2" aria-label={`Lift the ban of ${user.displayName}`} onClick={() => void lift(user)}>Lift the ban</Button>
            </li>
          )) : null}
        </ul>
      </div>
    </Dialog>
  );
}
