'use client';

import type { MessageEntry, UserId } from '@postrider/client';
import { useCallback, type ReactNode } from 'react';
import { Avatar } from '@/features/person/components/avatar';
import { usePerson } from '@/features/person/hooks/use-person';
import { useClient } from '@/protocol/client-provider';
import { useLoaded } from '@/protocol/use-loaded';
import { ago } from '@/shared/time/day';
import { Dialog } from '@/shared/ui/dialog';
import { Spinner } from '@/shared/ui/spinner';
import { lookInto } from '../api/look-into';

/** All that hangs on a message: who has read it, who reacted, what it said before. */
export function MessageInfo({ entry, onClose }: { readonly entry: MessageEntry; readonly onClose: () => void }) {
  const client = useClient();
  const { conversation, position } = entry;
  const { loaded, again } = useLoaded(useCallback(() => lookInto(client, conversation, position), [client, conversation, position]));
  return (
    <Dialog title="About this message" form="sheet" onClose={onClose}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reachable by keyboard */}
      <div tabIndex={0} role="region" aria-label="About this message" className="quiet-scroll min-h-0 flex-1 overflow-y-auto px-5 pb-6 outline-offset-[-2px]">
        <blockquote className="line-clamp-4 rounded-lg bg-sunken px-3 py-2 text-sm [overflow-wrap:anywhere]">{entry.body}</blockquote>
        {loaded.is === 'loading' ? <div className="pt-5"><Spinner label="Looking…" /></div> : null}
        {loaded.is === 'failed' ? <p role="alert" className="pt-5 text-sm text-seal">{loaded.text} <button type="button" className="font-semibold underline" onClick={again}>Try again</button></p> : null}
        {loaded.is === 'there' ? (
          <>
            {loaded.value.edits.length > 0 ? (
              <Part title="Before it was edited">
                <ol className="flex flex-col gap-2">
                  {loaded.value.edits.map(({ body, at }) => (
                    <li key={at + body} className="rounded-lg border border-line px-3 py-2 text-sm">
                      <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{body}</p>
                      <time dateTime={at} className="text-xs text-ink-3">{ago(at)}</time>
                    </li>
                  ))}
                </ol>
              </Part>
            ) : null}
            {loaded.value.reactions.length > 0 ? (
              <Part title="Reactions">
                <ul className="flex flex-col gap-2">{loaded.value.reactions.map(({ emoji, user, at }) => <Someone key={emoji + user} id={user} at={at} mark={emoji} />)}</ul>
              </Part>
            ) : null}
            <Part title="Seen by">
              {loaded.value.readers === undefined ? <p className="text-sm text-ink-2">This is told in conversations of up to 100 people.</p>
                : loaded.value.readers.length === 0 ? <p className="text-sm text-ink-2">Nobody else yet.</p>
                : <ul className="flex flex-col gap-2">{loaded.value.readers.map(({ user, at }) => <Someone key={user} id={user} at={at} />)}</ul>}
            </Part>
          </>
        ) : null}
      </div>
    </Dialog>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return <section className="pt-5"><h3 className="mb-3 font-mono text-xs font-medium text-brass">{title}</h3>{children}</section>;
}

function Someone({ id, at, mark }: { readonly id: UserId; readonly at: string; readonly mark?: string }) {
  const person = usePerson(id);
  return (
    <li className="flex items-center gap-3 text-sm">
      <Avatar user={person} size="small" />
      <span className="min-w-0 flex-1"><span className="block truncate font-medium">{person?.displayName ?? '…'}</span><time dateTime={at} className="text-xs text-ink-3">{ago(at)}</time></span>
      {mark ? <span className="text-xl">{mark}</span> : null}
    </li>
  );
}
