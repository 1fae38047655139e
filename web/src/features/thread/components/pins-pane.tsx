'use client';

import type { ConversationSnapshot, Position } from '@postrider/client';
import { PinOff } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Avatar } from '@/features/person/components/avatar';
import { usePerson } from '@/features/person/hooks/use-person';
import { useClient } from '@/protocol/client-provider';
import { useLoaded } from '@/protocol/use-loaded';
import { useOutcome } from '@/protocol/use-outcome';
import { EmptyArt } from '@/shared/brand/empty-art';
import { ago } from '@/shared/time/day';
import { IconButton } from '@/shared/ui/icon-button';
import { Pane } from '@/shared/ui/pane';
import { Spinner } from '@/shared/ui/spinner';
import { listPins } from '../api/list-pins';
import { currentPins, type Pin } from '../pins';
import { Body } from './body';

interface Props {
  readonly snapshot: ConversationSnapshot;
  readonly mayUnpin: boolean;
  readonly onJump: (position: Position) => void;
  readonly onClose: () => void;
}

/** What was pinned, the newest pin first; a click goes to the message. */
export function PinsPane({ snapshot, mayUnpin, onJump, onClose }: Props) {
  const client = useClient();
  const { id } = snapshot;
  const pinned = snapshot.entries.flatMap((entry) => (entry.kind === 'message' && entry.pinned ? [entry.position] : []));
  const pinnedHere = pinned.join();
  // eslint-disable-next-line react-hooks/exhaustive-deps -- a pin set or taken meanwhile asks anew
  const { loaded, again } = useLoaded(useCallback(() => listPins(client, id), [client, id, pinnedHere]));
  const [taken, setTaken] = useState<ReadonlySet<Position>>(new Set());
  const pins = loaded.is === 'there' ? currentPins(loaded.value, snapshot.entries, taken) : undefined;
  return (
    <Pane title="Pinned messages" onClose={onClose}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reachable by keyboard */}
      <div tabIndex={0} role="region" aria-label="Pinned" className="quiet-scroll min-h-0 flex-1 overflow-y-auto px-3 py-3 outline-offset-[-2px]">
        {loaded.is === 'loading' ? <Spinner label="Looking…" /> : null}
        {loaded.is === 'failed' ? <p role="alert" className="px-2 text-sm text-seal">{loaded.text} <button type="button" className="font-semibold underline" onClick={again}>Try again</button></p> : null}
        {pins?.length === 0 ? <NothingPinned /> : null}
        <ul className="flex flex-col gap-2">
          {pins?.map((message) => (
            <Pinned key={message.position} message={message} mayUnpin={mayUnpin} onJump={onJump} onUnpinned={() => setTaken(new Set([...taken, message.position]))} />
          ))}
        </ul>
      </div>
    </Pane>
  );
}

interface PinnedProps { readonly message: Pin; readonly mayUnpin: boolean; readonly onJump: (position: Position) => void; readonly onUnpinned: () => void }

function Pinned({ message, mayUnpin, onJump, onUnpinned }: PinnedProps) {
  const client = useClient();
  const told = useOutcome();
  const person = usePerson(message.from);
  const unpin = () => {
    const outcome = client.pin(message.conversation, message.position, false);
    told('The pin was not taken', outcome);
    void outcome.then((answer) => answer.type === 'accepted' && onUnpinned());
  };
  return (
    <li className="rounded-xl border border-line bg-paper p-3">
      <div className="flex items-center gap-2 text-[13px]">
        <Avatar user={person} size="small" />
        <span className="min-w-0 flex-1"><span className="block truncate font-semibold">{person?.displayName ?? '…'}</span><time dateTime={message.at} className="text-ink-3">{ago(message.at)}</time></span>
        {mayUnpin ? <IconButton label="Unpin" className="size-8" onClick={unpin}><PinOff className="size-4" aria-hidden /></IconButton> : null}
      </div>
      <p className="mt-2 line-clamp-6 text-sm"><Body text={message.body ?? ''} mentions={message.mentions ?? []} everyone={message.everyone} /></p>
      <button type="button" onClick={() => onJump(message.position)} className="mt-2 rounded text-[13px] font-medium text-pine-text underline underline-offset-3">Go to the message</button>
    </li>
  );
}

function NothingPinned() {
  return (
    <div className="flex flex-col items-center gap-3 px-6 py-12 text-center">
      <EmptyArt className="h-20" />
      <p className="font-medium">Nothing is pinned</p>
      <p className="text-sm text-ink-2">What everybody should find again is pinned with the needle above a message.</p>
    </div>
  );
}
