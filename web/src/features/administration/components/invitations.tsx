'use client';

import type { AccountInvite } from '@postrider/client';
import { useState } from 'react';
import { useClient } from '@/protocol/client-provider';
import { useCall } from '@/protocol/use-call';
import { Button } from '@/shared/ui/button';
import { Select } from '@/shared/ui/select';
import { makeAccountInvite } from '../api/make-account-invite';
import { CodeDialog } from './code-dialog';

const lives = [{ value: '1', label: 'A day' }, { value: '7', label: 'A week' }, { value: '30', label: 'A month' }] as const;
const uses = [{ value: '1', label: 'One person' }, { value: '10', label: '10 people' }, { value: '100', label: '100 people' }] as const;
const dayMillis = 86_400_000;

/** Links with which people make an account where registration is by invitation. */
export function Invitations() {
  const client = useClient();
  const { busy, run } = useCall();
  const [life, setLife] = useState<(typeof lives)[number]['value']>('7');
  const [use, setUse] = useState<(typeof uses)[number]['value']>('1');
  const [made, setMade] = useState<AccountInvite>();
  const make = () => void run(async () => {
    setMade(await makeAccountInvite(client, { expiresAt: new Date(Date.now() + Number(life) * dayMillis).toISOString(), uses: Number(use) }));
  });
  return (
    <div className="flex max-w-md flex-col gap-5">
      <p className="text-sm text-ink-2">Where registration is by invitation, whoever has such a link makes an account with it. Invitations to a single room are made in that room.</p>
      <div className="grid grid-cols-2 gap-3">
        <Select label="Works for" value={life} options={lives} onChange={setLife} />
        <Select label="Lets in" value={use} options={uses} onChange={setUse} />
      </div>
      <Button look="primary" busy={busy} onClick={make}>Make an invitation</Button>
      {made ? (
        <CodeDialog
          title="Invitation" code={made.url ?? `${window.location.origin}/register?invite=${encodeURIComponent(made.code)}`} expiresAt={made.expiresAt}
          text={`Send it to ${use === '1' ? 'the one person' : `up to ${use} people`} you invite. It is shown only now.`} onClose={() => setMade(undefined)}
        />
      ) : null}
    </div>
  );
}
