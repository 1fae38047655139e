'use client';

import type { ConversationSnapshot, Invite } from '@postrider/client';
import { Copy, Link2Off } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useClient } from '@/protocol/client-provider';
import { useCall } from '@/protocol/use-call';
import { useLoaded } from '@/protocol/use-loaded';
import { until } from '@/shared/time/day';
import { Button } from '@/shared/ui/button';
import { Dialog } from '@/shared/ui/dialog';
import { IconButton } from '@/shared/ui/icon-button';
import { useNotice } from '@/shared/ui/notices';
import { Select } from '@/shared/ui/select';
import { Spinner } from '@/shared/ui/spinner';
import { createInvite } from '../api/create-invite';
import { listInvites } from '../api/list-invites';
import { revokeInvite } from '../api/revoke-invite';
import { inviteAddress } from '../invite-address';

const lives = [{ value: '1', label: 'A day' }, { value: '7', label: 'A week' }, { value: '30', label: 'A month' }, { value: '', label: 'Until it is revoked' }] as const;
const uses = [{ value: '1', label: 'One person' }, { value: '10', label: '10 people' }, { value: '100', label: '100 people' }, { value: '', label: 'Anybody who has it' }] as const;
const dayMillis = 86_400_000;

/** Links that let people in: make, copy, see which still work, revoke. */
export function InviteLinks({ room, onClose }: { readonly room: ConversationSnapshot; readonly onClose: () => void }) {
  const client = useClient();
  const { busy, run } = useCall();
  const [life, setLife] = useState<(typeof lives)[number]['value']>('7');
  const [use, setUse] = useState<(typeof uses)[number]['value']>('');
  const { loaded, again } = useLoaded(useCallback(() => listInvites(client, room.id), [client, room.id]));
  const make = async () => {
    const invite = {
      ...(life && { expiresAt: new Date(Date.now() + Number(life) * dayMillis).toISOString() }),
      ...(use && { uses: Number(use) }),
    };
    if (await run(() => createInvite(client, room.id, invite))) again();
  };
  const revoke = async (code: string) => {
    if (await run(() => revokeInvite(client, room.id, code), 'The link lets nobody in any more.')) again();
  };
  return (
    <Dialog title={`Invite to ${room.name}`} onClose={onClose}>
      <div className="quiet-scroll flex min-h-0 flex-col gap-5 overflow-y-auto px-5 pb-5">
        <div className="grid grid-cols-2 gap-3">
          <Select label="Works for" value={life} options={lives} onChange={setLife} />
          <Select label="Lets in" value={use} options={uses} onChange={setUse} />
        </div>
        <Button look="primary" busy={busy} onClick={() => void make()} data-first-focus>Make a link</Button>
        <section aria-label="Links that work">
          {loaded.is === 'loading' ? <Spinner label="Looking…" /> : null}
          {loaded.is === 'failed' ? <p role="alert" className="text-sm text-seal">{loaded.text} <button type="button" className="font-semibold underline" onClick={again}>Try again</button></p> : null}
          {loaded.is === 'there' && loaded.value.length === 0 ? <p className="text-sm text-ink-2">No link works just now. Whoever has one comes in as a member{room.visibility === 'private' ? ', although the room is private' : ''}.</p> : null}
          <ul className="flex flex-col gap-2">
            {loaded.is === 'there' ? loaded.value.toReversed().map((invite) => <Row key={invite.code} invite={invite} onRevoke={() => void revoke(invite.code)} />) : null}
          </ul>
        </section>
      </div>
    </Dialog>
  );
}

function Row({ invite, onRevoke }: { readonly invite: Invite; readonly onRevoke: () => void }) {
  const tell = useNotice();
  const address = inviteAddress(invite, window.location.origin);
  const copy = () => void navigator.clipboard.writeText(address).then(() => tell('The link is copied.'), () => tell('Could not be copied.'));
  return (
    <li className="flex items-center gap-1 rounded-lg border border-line py-1.5 pr-1 pl-3">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-mono text-[13px]">{address.replace(/^https?:\/\//, '')}</span>
        <span className="block truncate text-xs text-ink-3">{limits(invite)}</span>
      </span>
      <IconButton label="Copy the link" className="size-9" onClick={copy}><Copy className="size-4" aria-hidden /></IconButton>
      <IconButton label="Revoke the link" className="size-9 hover:text-seal" onClick={onRevoke}><Link2Off className="size-4" aria-hidden /></IconButton>
    </li>
  );
}

function limits({ expiresAt, usesLeft }: Invite): string {
  const end = expiresAt ? `until ${until(expiresAt)}` : 'until it is revoked';
  return usesLeft === undefined ? `For anybody, ${end}` : `For ${usesLeft === 1 ? '1 more person' : `${usesLeft} more people`}, ${end}`;
}
