'use client';

import type { ConversationId, MessageEntry } from '@postrider/client';
import { useState } from 'react';
import { Composer } from '@/features/composer/components/composer';
import { useComposing } from '@/features/composer/hooks/use-composing';
import { useConversationName } from '@/features/conversation/hooks/use-conversation-name';
import { useWatch } from '@/features/person/hooks/use-watch';
import { useClient } from '@/protocol/client-provider';
import { useConversation } from '@/protocol/state';
import { useMessageCommands } from '../hooks/use-message-commands';
import { useOpened } from '../hooks/use-opened';
import { DeleteDialog } from './delete-dialog';
import { ThreadFailed, ThreadMissing, ThreadSkeleton } from './thread-states';
import { ThreadHeader } from './thread-header';
import { ThreadList } from './thread-list';

interface Props {
  readonly id: ConversationId;
  readonly onBack: () => void;
}

/** One conversation: who it is with, what was said, and where one writes. */
export function Thread({ id, onBack }: Props) {
  const client = useClient();
  const snapshot = useConversation(id);
  const { name, companion, person } = useConversationName(snapshot);
  const { opened, retry } = useOpened(id);
  const composing = useComposing(id);
  const [deleting, setDeleting] = useState<MessageEntry>();
  const commands = useMessageCommands(id, composing, setDeleting);
  useWatch(companion ? [companion] : []);
  if (opened.is === 'missing') return <ThreadMissing onBack={onBack} />;
  const ready = opened.is === 'open' || snapshot.entries.length > 0 || snapshot.pending.length > 0;
  const lastOwn = snapshot.entries.findLast((entry): entry is MessageEntry => entry.kind === 'message' && entry.own && !entry.deleted);
  return (
    <section aria-label={`Conversation with ${name}`} className="flex h-full min-h-0 min-w-0 flex-1 flex-col bg-paper">
      <ThreadHeader snapshot={snapshot} onBack={onBack} />
      {ready ? <ThreadList snapshot={snapshot} commands={commands} name={name} />
        : opened.is === 'failed' ? <ThreadFailed text={opened.text} onRetry={retry} />
        : <ThreadSkeleton />}
      {person?.deactivated ? <p className="safe-bottom px-6 pt-3 text-center text-sm text-ink-2">{name} closed their account; messages would not arrive.</p> : (
        <Composer conversation={id} name={name} composing={composing} lastOwn={lastOwn} onSubmitted={() => void client.showNewest(id).catch(() => undefined)} />
      )}
      {deleting ? <DeleteDialog entry={deleting} onClose={() => setDeleting(undefined)} /> : null}
    </section>
  );
}
