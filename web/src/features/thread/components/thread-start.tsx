'use client';

import type { ConversationSnapshot } from '@postrider/client';
import { ConversationAvatar } from '@/features/conversation/components/conversation-avatar';
import { useConversationName } from '@/features/conversation/hooks/use-conversation-name';

/** The head of a thread that is there as a whole: who this is with, and what to do first. */
export function ThreadStart({ snapshot, name }: { readonly snapshot: ConversationSnapshot; readonly name: string }) {
  const { person, notes } = useConversationName(snapshot);
  const empty = !snapshot.entries.some((entry) => entry.kind === 'message') && snapshot.pending.length === 0;
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center gap-3 px-6 pt-10 pb-4 text-center">
      <ConversationAvatar conversation={snapshot} person={person} size="large" />
      <div className="w-full">
        <p className="text-lg [overflow-wrap:anywhere] text-balance font-semibold tracking-tight">{name}</p>
        {snapshot.topic ? <p className="text-sm text-ink-2 [overflow-wrap:anywhere]">{snapshot.topic}</p> : null}
        {person && !notes ? <p className="truncate text-sm text-ink-3">@{person.username}</p> : null}
      </div>
      <p className="text-sm text-ink-2">
        {notes ? 'Only you can read what you write here.' : empty ? 'Nothing said yet. Write the first line.' : snapshot.kind === 'room' ? 'This is where the room began, or where you came in.' : 'This is where your conversation began.'}
      </p>
    </div>
  );
}
