'use client';

import type { UserId } from '@postrider/client';
import { useBlocks } from '@/protocol/state';
import { Button } from '@/shared/ui/button';
import { useBlocking } from '../hooks/use-blocking';
import { usePerson } from '../hooks/use-person';
import { Avatar } from './avatar';

/** Whom one has blocked, and how to let them back in. */
export function BlockList() {
  const blocks = useBlocks();
  return (
    <div className="flex flex-col gap-3 text-sm">
      <p className="text-ink-2">
        {blocks.size === 0 ? 'You have blocked nobody. ' : ''}
        Who is blocked cannot write to you nor you to them, and neither sees whether the other is here. In shared rooms their messages are folded away.
      </p>
      <ul className="flex flex-col gap-3">{[...blocks].map((id) => <Blocked key={id} id={id} />)}</ul>
    </div>
  );
}

function Blocked({ id }: { readonly id: UserId }) {
  const person = usePerson(id);
  const { setBlocked } = useBlocking(id);
  return (
    <li className="flex items-center gap-3">
      <Avatar user={person} size="small" />
      <span className="min-w-0 flex-1"><span className="block truncate font-medium">{person?.displayName ?? '…'}</span><span className="block truncate text-[13px] text-ink-2">@{person?.username ?? '…'}</span></span>
      <Button look="quiet" className="shrink-0 px-2" aria-label={`Unblock ${person?.displayName ?? ''}`} onClick={() => setBlocked(false)}>Unblock</Button>
    </li>
  );
}
