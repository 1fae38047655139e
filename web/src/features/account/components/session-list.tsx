'use client';

import { AppWindow, Smartphone } from 'lucide-react';
import { useNow } from '@/shared/hooks/use-now';
import { ago } from '@/shared/time/day';
import { Button } from '@/shared/ui/button';
import { Spinner } from '@/shared/ui/spinner';
import { useSessions } from '../hooks/use-sessions';

/** Every device one is signed in on, and how to sign it out. */
export function SessionList() {
  const { sessions, error, end, endOthers, retry } = useSessions();
  const now = useNow(60_000);
  if (error) return <p role="alert" className="text-sm text-seal">{error} <button type="button" className="font-semibold underline" onClick={retry}>Try again</button></p>;
  if (!sessions) return <Spinner label="Looking…" />;
  const others = sessions.filter((session) => !session.current);
  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-col gap-3">
        {sessions.map((session) => (
          <li key={session.id} className="flex items-center gap-3">
            <span className="grid size-10 shrink-0 place-items-center rounded-lg bg-sunken text-ink-2">
              {session.kind === 'browser' ? <AppWindow className="size-5" aria-hidden /> : <Smartphone className="size-5" aria-hidden />}
            </span>
            <span className="min-w-0 flex-1">
              <span className="block truncate text-sm font-medium">{session.device}</span>
              <span className="block truncate text-[13px] text-ink-2">
                {session.current ? 'This device' : `Used ${ago(session.lastSeenAt, now)}`} · {session.address}
              </span>
            </span>
            {session.current ? null : <Button look="quiet" className="shrink-0 px-2" aria-label={`Sign out ${session.device}`} onClick={() => end(session.id)}>Sign out</Button>}
          </li>
        ))}
      </ul>
      {others.length > 1 ? <Button onClick={endOthers}>Sign out all other devices</Button> : null}
    </div>
  );
}
