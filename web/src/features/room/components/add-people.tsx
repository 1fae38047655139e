'use client';

import type { Added, ConversationSnapshot, User } from '@postrider/client';
import { X } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '@/features/person/components/avatar';
import { usePersonSearch } from '@/features/person/hooks/use-person-search';
import { useClient } from '@/protocol/client-provider';
import { useCall } from '@/protocol/use-call';
import { Button } from '@/shared/ui/button';
import { Dialog } from '@/shared/ui/dialog';
import { useNotice } from '@/shared/ui/notices';
import { SearchField } from '@/shared/ui/search-field';
import { addMembers } from '../api/add-members';

interface Props {
  readonly room: ConversationSnapshot;
  readonly onClose: () => void;
  readonly onAdded: () => void;
}

const atOnceMax = 500;

/** Gathers people and adds them all at once; who could not be added is named with the reason. */
export function AddPeople({ room, onClose, onAdded }: Props) {
  const client = useClient();
  const tell = useNotice();
  const { busy, run } = useCall();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<readonly User[]>([]);
  const search = usePersonSearch(query);
  const found = search.is === 'found' || search.is === 'searching' ? search.users : [];
  const has = (user: User) => chosen.some(({ id }) => id === user.id);
  const toggle = (user: User) => setChosen(has(user) ? chosen.filter(({ id }) => id !== user.id) : [...chosen, user].slice(0, atOnceMax));
  const add = () => void run(async () => {
    const answer = await addMembers(client, room.id, chosen.map(({ id }) => id));
    tell(outcome(answer, chosen));
    onAdded();
    onClose();
  });
  return (
    <Dialog title={`Add people to ${room.name}`} onClose={onClose}>
      <div className="flex min-h-0 flex-col gap-3 px-5 pb-5">
        <div className="flex"><SearchField label="Name or username" value={query} onChange={setQuery} /></div>
        {chosen.length > 0 ? (
          <ul aria-label="Chosen" className="quiet-scroll flex max-h-24 flex-wrap gap-1.5 overflow-y-auto">
            {chosen.map((user) => (
              <li key={user.id}>
                <button type="button" onClick={() => toggle(user)} aria-label={`Do not add ${user.displayName}`} className="inline-flex min-h-8 items-center gap-1.5 rounded-full bg-pine-wash pr-2 pl-3 text-sm">
                  {user.displayName}<X className="size-3.5" aria-hidden />
                </button>
              </li>
            ))}
          </ul>
        ) : null}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reachable by keyboard */}
        <div tabIndex={0} role="region" aria-label="People found" className="quiet-scroll h-64 overflow-y-auto outline-offset-[-2px]">
          <p role="status" className="text-sm text-ink-2">{said(search, query)}</p>
          <ul>
            {found.map((user) => (
              <li key={user.id}>
                <label className="flex min-h-11 cursor-pointer items-center gap-3 rounded-lg px-2 py-1.5 hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-offset-[-2px] has-focus-visible:outline-[var(--focus)]">
                  <Avatar user={user} size="small" />
                  <span className="min-w-0 flex-1"><span className="block truncate text-sm font-medium">{user.displayName}</span><span className="block truncate text-[13px] text-ink-2">@{user.username}</span></span>
                  <input type="checkbox" checked={has(user)} onChange={() => toggle(user)} className="size-5 accent-pine outline-none" aria-label={user.displayName} />
                </label>
              </li>
            ))}
          </ul>
        </div>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" busy={busy} disabled={chosen.length === 0} onClick={add}>{chosen.length > 1 ? `Add ${chosen.length} people` : 'Add'}</Button>
        </div>
      </div>
    </Dialog>
  );
}

function said(search: ReturnType<typeof usePersonSearch>, query: string): string {
  if (search.is === 'failed') return search.text;
  if (query.trim() === '') return 'Write a name to find people. You can choose many.';
  return search.is === 'found' && search.users.length === 0 ? 'Nobody goes by that name here.' : '';
}

const reasons: Partial<Record<string, string>> = { member: 'is in the room already', banned: 'is banned', full: 'does not fit in any more', rooms: 'is in too many rooms', blocked: 'cannot be added by you', 'not-found': 'is not here any more' };

/** "3 people added. Moss is banned." */
function outcome({ added, skipped }: Added, chosen: readonly User[]): string {
  const done = added.length === 0 ? 'Nobody was added.' : added.length === 1 ? '1 person added.' : `${added.length} people added.`;
  const names = skipped.slice(0, 3).map(({ id, code }) => `${chosen.find((user) => user.id === id)?.displayName ?? 'Somebody'} ${reasons[code] ?? 'could not be added'}.`);
  const rest = skipped.length > 3 ? [`${skipped.length - 3} more could not be added.`] : [];
  return [done, ...names, ...rest].join(' ');
}
