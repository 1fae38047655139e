'use client';

import type { Flag, FlagState } from '@postrider/client';
import { useCallback, useState } from 'react';
import { usePerson } from '@/features/person/hooks/use-person';
import { useClient } from '@/protocol/client-provider';
import { useCall } from '@/protocol/use-call';
import { useLoaded } from '@/protocol/use-loaded';
import { ago } from '@/shared/time/day';
import { Button } from '@/shared/ui/button';
import { Confirm } from '@/shared/ui/confirm';
import { Segments } from '@/shared/ui/segments';
import { Spinner } from '@/shared/ui/spinner';
import { judgeFlag } from '../api/judge-flag';
import { listFlags } from '../api/list-flags';

const states = [{ value: 'open', label: 'Open' }, { value: 'kept', label: 'Kept' }, { value: 'removed', label: 'Removed' }] as const;

/** Messages that somebody reported, and what was decided. */
export function Flags() {
  const client = useClient();
  const [state, setState] = useState<FlagState>('open');
  const { loaded, again } = useLoaded(useCallback(() => listFlags(client, state), [client, state]));
  const flags = loaded.is === 'there' ? loaded.value.flags : [];
  return (
    <div className="flex flex-col gap-4">
      <div className="max-w-md"><Segments legend="Reports" value={state} options={states} onChange={setState} /></div>
      {loaded.is === 'loading' ? <Spinner label="Looking…" /> : null}
      {loaded.is === 'failed' ? <p role="alert" className="text-sm text-seal">{loaded.text} <button type="button" className="font-semibold underline" onClick={again}>Try again</button></p> : null}
      {loaded.is === 'there' && flags.length === 0 ? <p className="text-sm text-ink-2">{state === 'open' ? 'Nothing waits for a decision.' : 'Nothing here.'}</p> : null}
      <ul className="flex flex-col gap-3">{flags.map((flag) => <Report key={flag.id} flag={flag} onJudged={again} />)}</ul>
    </div>
  );
}

function Report({ flag, onJudged }: { readonly flag: Flag; readonly onJudged: () => void }) {
  const client = useClient();
  const { busy, run } = useCall();
  const [asking, setAsking] = useState(false);
  const by = usePerson(flag.by);
  const author = usePerson(flag.message?.from);
  const judge = async (state: FlagState) => {
    if (await run(() => judgeFlag(client, flag.id, state))) onJudged();
  };
  const body = flag.message?.body;
  return (
    <li className="rounded-xl border border-line bg-sheet p-4">
      <p className="text-[13px] text-ink-2"><span className="font-medium text-ink">{by?.displayName ?? '…'}</span> reported this {ago(flag.createdAt)}{flag.reason ? <>: “{flag.reason}”</> : '.'}</p>
      <blockquote className="mt-2 rounded-lg bg-sunken px-3 py-2 text-sm">
        <span className="block text-[13px] font-semibold">{author?.displayName ?? 'Somebody'}</span>
        <span className="whitespace-pre-wrap [overflow-wrap:anywhere]">{body ?? 'The message is not there any more.'}</span>
      </blockquote>
      <div className="mt-3 flex flex-wrap justify-end gap-2">
        {flag.state === 'open' ? (
          <>
            <Button busy={busy} onClick={() => void judge('kept')}>It stays</Button>
            <Button look="danger" busy={busy} onClick={() => setAsking(true)}>Remove the message</Button>
          </>
        ) : <Button look="quiet" busy={busy} onClick={() => void judge('open')}>Open again</Button>}
      </div>
      {asking ? (
        <Confirm title="Remove this message?" action="Remove for everybody" keep="Keep it" busy={busy} onConfirm={() => void judge('removed')} onClose={() => setAsking(false)}>
          <p>It is deleted for everybody, for good: its text, its earlier versions and its reactions. A line saying that it was deleted stays.</p>
        </Confirm>
      ) : null}
    </li>
  );
}
