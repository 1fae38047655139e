'use client';

import type { AccountPage, ResetCode, User } from '@postrider/client';
import { Ellipsis, KeyRound, ShieldCheck, ShieldX, UserCheck, UserX } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import { Avatar } from '@/features/person/components/avatar';
import { useClient } from '@/protocol/client-provider';
import { useMe } from '@/protocol/state';
import { useCall } from '@/protocol/use-call';
import { useLoaded } from '@/protocol/use-loaded';
import { useSettled } from '@/shared/hooks/use-settled';
import { Button } from '@/shared/ui/button';
import { Confirm } from '@/shared/ui/confirm';
import { IconButton } from '@/shared/ui/icon-button';
import { Menu, type MenuItem } from '@/shared/ui/menu';
import { SearchField } from '@/shared/ui/search-field';
import { Spinner } from '@/shared/ui/spinner';
import { changeAccount } from '../api/change-account';
import { listAccounts } from '../api/list-accounts';
import { makeResetCode } from '../api/make-reset-code';
import { CodeDialog } from './code-dialog';

const settleMillis = 180;

/** Everybody who has an account here. */
export function Accounts() {
  const client = useClient();
  const [text, setText] = useState('');
  const query = useSettled(text.trim().replace(/^@/, ''), settleMillis);
  const { run } = useCall();
  const { loaded, again } = useLoaded(useCallback(() => listAccounts(client, query), [client, query]));
  const [further, setFurther] = useState<{ readonly of: unknown; readonly page: AccountPage }>();
  const first = loaded.is === 'there' ? loaded.value : undefined;
  const mine = further && further.of === first ? further.page : undefined;
  const users = first && [...first.users, ...(mine?.users ?? [])];
  const next = mine ? mine.next : first?.next;
  const more = () => void run(async () => {
    const page = await listAccounts(client, query, next);
    setFurther({ of: first, page: { ...page, users: [...(mine?.users ?? []), ...page.users] } });
  });
  return (
    <div className="flex flex-col gap-4">
      <div className="flex max-w-md"><SearchField label="Name or username" value={text} onChange={setText} /></div>
      {loaded.is === 'loading' ? <Spinner label="Looking…" /> : null}
      {loaded.is === 'failed' ? <p role="alert" className="text-sm text-seal">{loaded.text} <button type="button" className="font-semibold underline" onClick={again}>Try again</button></p> : null}
      {users?.length === 0 ? <p className="text-sm text-ink-2">Nobody goes by that name.</p> : null}
      {users && users.length > 0 ? (
        <ul className="divide-y divide-line rounded-xl border border-line bg-sheet">
          {users.map((user) => <li key={user.id}><Account user={user} onChanged={again} /></li>)}
        </ul>
      ) : null}
      {next ? <Button look="quiet" onClick={more}>More people</Button> : null}
    </div>
  );
}

function Account({ user, onChanged }: { readonly user: User; readonly onChanged: () => void }) {
  const client = useClient();
  const me = useMe();
  const { busy, run } = useCall();
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState<'role' | 'close'>();
  const [code, setCode] = useState<ResetCode>();
  const more = useRef<HTMLButtonElement>(null);
  const admin = user.role === 'admin';
  const change = async (to: Parameters<typeof changeAccount>[2], done: string) => {
    if (await run(() => changeAccount(client, user.id, to), done)) onChanged();
    setAsking(undefined);
  };
  const items: readonly MenuItem[] = [
    { label: 'One-time code for a new password', icon: KeyRound, onChoose: () => void run(async () => setCode(await makeResetCode(client, user.id))) },
    { label: admin ? 'No longer an administrator' : 'Make administrator', icon: admin ? ShieldX : ShieldCheck, onChoose: () => setAsking('role') },
    user.deactivated ? { label: 'Open the account again', icon: UserCheck, onChoose: () => void change({ deactivated: false }, `${user.displayName} can sign in again.`) }
      : { label: 'Close the account', icon: UserX, danger: true, onChoose: () => setAsking('close') },
  ];
  return (
    <div className="flex items-center gap-3 px-3 py-2.5">
      <Avatar user={user} size="small" />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-medium">{user.displayName}</span>
        <span className="block truncate text-[13px] text-ink-2">@{user.username}</span>
      </span>
      {user.deactivated ? <span className="shrink-0 rounded-full bg-seal-wash px-2 py-0.5 text-xs text-seal">Closed</span> : null}
      {admin ? <span className="shrink-0 rounded-full border border-line px-2 py-0.5 text-xs text-ink-2">Administrator</span> : null}
      {user.bot ? <span className="shrink-0 rounded-full border border-line px-2 py-0.5 text-xs text-ink-2">Bot</span> : null}
      {user.id === me.id ? <span className="w-10 shrink-0 text-center text-[13px] text-ink-3">you</span> : (
        <IconButton ref={more} label={`More about ${user.displayName}`} aria-expanded={open} onClick={() => setOpen(!open)}><Ellipsis className="size-4" aria-hidden /></IconButton>
      )}
      {open ? <Menu anchor={more} label={user.displayName} items={items} onClose={() => setOpen(false)} /> : null}
      {asking === 'role' ? (
        <Confirm title={admin ? `Take the role from ${user.displayName}?` : `Make ${user.displayName} an administrator?`} action={admin ? 'Take it' : 'Make administrator'} keep="Cancel" busy={busy} onClose={() => setAsking(undefined)} onConfirm={() => void change({ role: admin ? 'user' : 'admin' }, admin ? `${user.displayName} is no longer an administrator.` : `${user.displayName} is an administrator now.`)}>
          <p>Administrators see reports and activity, close accounts, hand out codes and invitations, and make others administrators.</p>
        </Confirm>
      ) : null}
      {asking === 'close' ? (
        <Confirm title={`Close the account of ${user.displayName}?`} action="Close the account" keep="Keep it" busy={busy} onClose={() => setAsking(undefined)} onConfirm={() => void change({ deactivated: true }, `The account of ${user.displayName} is closed.`)}>
          <p>Every session ends at once and nobody signs in with it until it is opened again. The name shows as closed; what was written stays.</p>
        </Confirm>
      ) : null}
      {code ? <CodeDialog title={`Code for ${user.displayName}`} code={code.code} expiresAt={code.expiresAt} text="Give it to them in person or by telephone. With it they set another password under “Forgotten your password?”. It is shown only now and works once." onClose={() => setCode(undefined)} /> : null}
    </div>
  );
}
