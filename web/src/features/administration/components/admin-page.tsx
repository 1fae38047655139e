'use client';

import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { AccountGate } from '@/features/account/components/account-gate';
import { useMe } from '@/protocol/state';
import { Wordmark } from '@/shared/brand/wordmark';
import { Dead } from '@/shared/ui/dead';
import { Accounts } from './accounts';
import { Activity } from './activity';
import { Flags } from './flags';
import { Invitations } from './invitations';

const parts = [
  { key: 'people', label: 'People', Part: Accounts },
  { key: 'invitations', label: 'Invitations', Part: Invitations },
  { key: 'reports', label: 'Reports', Part: Flags },
  { key: 'activity', label: 'Activity', Part: Activity },
] as const;

/** What administrators of the installation do; everybody else is told that this is not for them. */
export function AdminPage() {
  return <AccountGate><Administration /></AccountGate>;
}

function Administration() {
  const me = useMe();
  const [shown, setShown] = useState<(typeof parts)[number]['key']>('people');
  const { Part, label } = parts.find(({ key }) => key === shown) ?? parts[0];
  if (me.role !== 'admin') return <Dead title="For administrators" text="You are signed in, and not as an administrator of this installation." />;
  return (
    <main className="flex h-dvh flex-col bg-paper">
      <header className="border-b border-line bg-sheet">
        <div className="mx-auto flex h-16 max-w-4xl items-center gap-3 px-4 wide:px-6">
          <Link href="/" aria-label="Back to your messages" title="Back to your messages" className="grid size-10 place-items-center rounded-lg text-ink-2 hover:bg-sunken"><ArrowLeft className="size-5" aria-hidden /></Link>
          <Wordmark />
          <h1 className="ml-auto text-sm font-medium text-ink-2">Administration</h1>
        </div>
        <nav aria-label="Parts of the administration" className="mx-auto flex max-w-4xl gap-1 overflow-x-auto px-3 wide:px-5">
          {parts.map(({ key, label: name }) => (
            <button
              key={key}
              type="button"
              aria-current={key === shown ? 'page' : undefined}
              onClick={() => setShown(key)}
              className="min-h-11 shrink-0 border-b-2 border-transparent px-3 text-sm text-ink-2 outline-offset-[-2px] hover:text-ink aria-[current=page]:border-brass aria-[current=page]:font-medium aria-[current=page]:text-ink"
            >
              {name}
            </button>
          ))}
        </nav>
      </header>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reachable by keyboard */}
      <section tabIndex={0} aria-label={label} className="quiet-scroll min-h-0 flex-1 overflow-y-auto outline-offset-[-2px]">
        <div className="mx-auto max-w-4xl px-4 py-6 wide:px-6"><Part /></div>
      </section>
    </main>
  );
}
