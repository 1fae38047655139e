'use client';

import type { ConversationSnapshot } from '@postrider/client';
import { Link2, UserPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useWatch } from '@/features/person/hooks/use-watch';
import { useOnline, useUsers } from '@/protocol/state';
import { Button } from '@/shared/ui/button';
import { Pane } from '@/shared/ui/pane';
import { SearchField } from '@/shared/ui/search-field';
import { Spinner } from '@/shared/ui/spinner';
import { useMembers } from '../hooks/use-members';
import { rightsOf } from '../rights';
import { AddPeople } from './add-people';
import { Bans } from './bans';
import { InviteLinks } from './invite-links';
import { MemberRow } from './member-row';

interface Props {
  readonly snapshot: ConversationSnapshot;
  readonly onClose: () => void;
}

const watchedMax = 100;
const namedMax = 8;

/** Who is in the room and in which role; what the viewer may do about it. */
export function MemberPane({ snapshot, onClose }: Props) {
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState<'add' | 'links' | 'bans'>();
  const { members, total, failed, more, again } = useMembers(snapshot, query);
  const online = useOnline().get(snapshot.id);
  const may = rightsOf(snapshot);
  useWatch(useMemo(() => (members ?? []).slice(0, watchedMax).map(({ user }) => user.id), [members]));
  const users = useUsers();
  const names = (online?.users ?? []).flatMap((id) => users.get(id)?.displayName.split(' ')[0] ?? []).slice(0, namedMax);
  const count = total ?? snapshot.memberCount;
  const close = () => setShown(undefined);
  return (
    <Pane title="Members" onClose={onClose}>
      <div className="flex flex-col gap-3 px-4 py-3">
        {may.invite ? (
          <div className="flex gap-2">
            <Button look="primary" className="flex-1 px-2" onClick={() => setShown('add')}><UserPlus className="size-4" aria-hidden />Add people</Button>
            <Button className="flex-1 px-2" onClick={() => setShown('links')}><Link2 className="size-4" aria-hidden />Invite links</Button>
          </div>
        ) : null}
        <div className="flex"><SearchField label="Find a member" value={query} onChange={setQuery} /></div>
        <p role="status" className="text-[13px] text-ink-2">
          {query ? `${count ?? 0} found` : `${(count ?? 0).toLocaleString('en-GB')} in all`}{!query && online ? `, ${online.total.toLocaleString('en-GB')} here now${names.length > 0 ? `: ${names.join(', ')}${online.total > names.length ? ' …' : ''}` : ''}` : ''}
        </p>
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reachable by keyboard */}
      <div tabIndex={0} role="region" aria-label="List of members" className="quiet-scroll min-h-0 flex-1 overflow-y-auto px-2 pb-4 outline-offset-[-2px]">
        {failed ? <p role="alert" className="px-2 text-sm text-seal">{failed} <button type="button" className="font-semibold underline" onClick={again}>Try again</button></p> : null}
        {!members && !failed ? <div className="px-2"><Spinner label="Looking…" /></div> : null}
        <ul className="flex flex-col gap-0.5">
          {members?.map((member) => (
            <li key={member.user.id} className="[content-visibility:auto] [contain-intrinsic-size:auto_3.5rem]">
              <MemberRow room={snapshot} member={member} onChanged={again} />
            </li>
          ))}
        </ul>
        {members?.length === 0 ? <p className="px-2 py-3 text-sm text-ink-2">Nobody of that name is here.</p> : null}
        {more ? <Button look="quiet" className="mt-1 w-full" onClick={more}>More members</Button> : null}
        {may.manage ? <Button look="quiet" className="mt-2 w-full" onClick={() => setShown('bans')}>Banned people</Button> : null}
      </div>
      {shown === 'add' ? <AddPeople room={snapshot} onClose={close} onAdded={again} /> : null}
      {shown === 'links' ? <InviteLinks room={snapshot} onClose={close} /> : null}
      {shown === 'bans' ? <Bans room={snapshot} onClose={close} /> : null}
    </Pane>
  );
}
