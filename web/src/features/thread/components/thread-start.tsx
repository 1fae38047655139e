'use client';

import type { ConversationSnapshot } from '@postrider/client';
import { Avatar } from '@/features/person/components/avatar';
import { useConversationName } from '@/features/conversation/hooks/use-conversation-name';

/** The head of a thread that is there as a whole: who this is with, and what to do first. */
export function ThreadStart({ snapshot, name }: { readonly snapshot: ConversationSnapshot; readonly name: string }) {
  const { person, notes } = useConversationName(snapshot);
  const empty = snapshot.entries.length === 0 && snapshot.pending.length === 0;
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center gap-3 px-6 pt-10 pb-4 text-center">
      <Avatar user={person ?? { displayName: name, color: '#1f5548' }} size="large" />
      <div className="w-full">
        <p className="text-lg [overflow-wrap:anywhere] text-balance font-semibold tracking-tight">{name}</p>
        {person && !notes ? <p className="truncate text-sm text-ink-3">@{person.username}</p> : null}
      </div>
      <p className="text-sm text-ink-2">
        {notes ? 'Only you can read what you write here.' : empty ? 'Nothing said yet. Write the first line.' : 'This is where your conversation began.'}
      </p>
    </div>
  );
}
