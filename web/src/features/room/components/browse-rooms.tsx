'use client';

import type { Room } from '@postrider/client';
import { Search } from 'lucide-react';
import { useCallback, useState } from 'react';
import { RoomStamp } from '@/features/conversation/components/room-stamp';
import { useClient } from '@/protocol/client-provider';
import { useCall } from '@/protocol/use-call';
import { useLoaded } from '@/protocol/use-loaded';
import { useSettled } from '@/shared/hooks/use-settled';
import { Button } from '@/shared/ui/button';
import { Dialog } from '@/shared/ui/dialog';
import { SearchField } from '@/shared/ui/search-field';
import { Spinner } from '@/shared/ui/spinner';
import { findRooms } from '../api/find-rooms';
import { joinRoom } from '../api/join-room';
import { useEnter } from '../hooks/use-enter';

const settleMillis = 180;

/** The public rooms: look around, join, or go where one is a member already. */
export function BrowseRooms({ onClose, onCreate }: { readonly onClose: () => void; readonly onCreate: () => void }) {
  const client = useClient();
  const enter = useEnter();
  const { busy, run } = useCall();
  const [text, setText] = useState('');
  const query = useSettled(text.trim(), settleMillis);
  const { rooms, more, failed, again } = useRooms(query);
  const go = (room: Room) => void run(async () => {
    if (!room.mine) await joinRoom(client, room.id);
    await enter(room.id);
    onClose();
  });
  return (
    <Dialog title="Browse rooms" form="sheet" onClose={onClose}>
      <div className="flex gap-2 px-5 pb-3">
        <SearchField label="Find a room" value={text} onChange={setText} icon={Search} />
        <Button onClick={onCreate} className="shrink-0">New room</Button>
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reachable by keyboard */}
      <div tabIndex={0} role="region" aria-label="Public rooms" className="quiet-scroll min-h-0 flex-1 overflow-y-auto px-3 pb-4 outline-offset-[-2px]">
        <div role="status" className="px-2 text-sm text-ink-2">
          {failed ? <p className="py-3 text-seal">{failed} <button type="button" className="font-semibold underline" onClick={again}>Try again</button></p> : null}
          {!failed && !rooms ? <div className="py-3"><Spinner label="Looking…" /></div> : null}
          {rooms?.length === 0 ? <p className="py-3">{query ? <>No room goes by “<span className="break-all">{query}</span>”.</> : 'There are no public rooms yet. Make the first one.'}</p> : null}
        </div>
        <ul className="flex flex-col gap-0.5">
          {rooms?.map((room) => (
            <li key={room.id} className="flex items-center gap-3 rounded-xl px-2 py-2.5 hover:bg-sunken">
              <RoomStamp id={room.id} />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium tracking-tight">{room.name}</span>
                <span className="block truncate text-[13px] text-ink-2">{[members(room.memberCount), room.topic].filter(Boolean).join(' · ')}</span>
              </span>
              <Button look={room.mine ? 'quiet' : 'plain'} busy={busy} className="shrink-0 px-3" aria-label={`${room.mine ? 'Open' : 'Join'} ${room.name}`} onClick={() => go(room)}>{room.mine ? 'Open' : 'Join'}</Button>
            </li>
          ))}
        </ul>
        {more ? <Button look="quiet" onClick={more} className="mt-1 w-full">More rooms</Button> : null}
      </div>
    </Dialog>
  );
}

/** Page after page of one question; another question begins anew, and the former answer stays until then. */
function useRooms(query: string) {
  const client = useClient();
  const { run } = useCall();
  const [further, setFurther] = useState<{ readonly query: string; readonly rooms: readonly Room[]; readonly next: string | undefined }>();
  const { loaded, again } = useLoaded(useCallback(() => findRooms(client, query), [client, query]));
  const first = loaded.is === 'there' ? loaded.value : undefined;
  const mine = further?.query === query ? further : undefined;
  const next = mine ? mine.next : first?.next;
  const more = next === undefined ? undefined : () => void run(async () => {
    const page = await findRooms(client, query, next);
    setFurther({ query, rooms: [...(mine?.rooms ?? []), ...page.rooms], next: page.next });
  });
  return { rooms: first && [...first.rooms, ...(mine?.rooms ?? [])], more, failed: loaded.is === 'failed' ? loaded.text : undefined, again };
}

export function members(count: number): string {
  return count === 1 ? '1 member' : `${count.toLocaleString('en-GB')} members`;
}
