'use client';

import type { ConversationId, MessageEntry, Position } from '@postrider/client';
import { useCallback, useMemo, useState } from 'react';
import { Composer } from '@/features/composer/components/composer';
import { useComposing } from '@/features/composer/hooks/use-composing';
import { useConversationName } from '@/features/conversation/hooks/use-conversation-name';
import { useWatch } from '@/features/person/hooks/use-watch';
import { MemberPane } from '@/features/room/components/member-pane';
import { useRoomDetails, useWatchedRoom } from '@/features/room/hooks/use-room-details';
import { rightsOf } from '@/features/room/rights';
import { useClient } from '@/protocol/client-provider';
import { useBlocks, useConversation } from '@/protocol/state';
import { useMessageCommands, type Asked } from '../hooks/use-message-commands';
import { useOpened } from '../hooks/use-opened';
import { AskedDialog } from './asked-dialog';
import { Closed } from './closed';
import { HeaderWithMenu } from './header-with-menu';
import { PinsPane } from './pins-pane';
import { ThreadList } from './thread-list';
import { ThreadFailed, ThreadLeft, ThreadMissing, ThreadSkeleton } from './thread-states';
import { ThreadPane } from './thread-pane';

interface Props {
  readonly id: ConversationId;
  readonly onBack: () => void;
}

type Beside = { readonly is: 'members' } | { readonly is: 'pins' } | { readonly is: 'thread'; readonly root: Position };

/** One conversation: who it is with, what was said, and where one writes; beside it its members, pins, or a thread. */
export function Thread({ id, onBack }: Props) {
  const client = useClient();
  const snapshot = useConversation(id);
  const { name, companion, person } = useConversationName(snapshot);
  const { opened, retry } = useOpened(id, snapshot.role !== undefined || snapshot.entries.length > 0);
  const { kind, role, settings, archived } = snapshot;
  const may = useMemo(() => rightsOf({ kind, ...(role && { role }), ...(settings && { settings }), ...(archived && { archived }) }), [archived, kind, role, settings]);
  const blocked = useBlocks().has(companion ?? '');
  const composing = useComposing(id, { everyone: may.everyone });
  const [asked, setAsked] = useState<Asked>();
  const [beside, setBeside] = useState<Beside>();
  const [goTo, setGoTo] = useState<{ readonly position: Position }>();
  const [heldAt, setHeldAt] = useState<Position>();
  const newest = snapshot.entries.at(-1)?.position;
  const onUnread = useCallback(() => setHeldAt(newest), [newest]);
  const openThread = useCallback((root: Position) => setBeside({ is: 'thread', root }), []);
  const commands = useMessageCommands(id, { composing, may, ask: setAsked, onUnread, openThread });
  const close = useCallback(() => setBeside(undefined), []);
  useWatch(companion ? [companion] : []);
  useRoomDetails(snapshot);
  useWatchedRoom(snapshot);
  if (snapshot.left) return <ThreadLeft name={name} onBack={onBack} />;
  if (opened.is === 'missing') return <ThreadMissing onBack={onBack} />;
  const ready = opened.is === 'open' || snapshot.entries.length > 0 || snapshot.pending.length > 0;
  const lastOwn = snapshot.entries.findLast((entry): entry is MessageEntry => entry.kind === 'message' && entry.own && !entry.deleted && entry.thread === undefined);
  return (
    <>
      <section aria-label={`Conversation with ${name}`} className="flex h-full min-h-0 min-w-0 flex-1 flex-col bg-paper">
        <HeaderWithMenu snapshot={snapshot} onBack={onBack} onMembers={() => setBeside({ is: 'members' })} onPins={() => setBeside({ is: 'pins' })} />
        {ready ? <ThreadList snapshot={snapshot} commands={commands} name={name} goTo={goTo} heldAt={heldAt} />
          : opened.is === 'failed' ? <ThreadFailed text={opened.text} onRetry={retry} />
          : <ThreadSkeleton />}
        {person?.deactivated ? <Closed text={`${name} closed their account; messages would not arrive.`} />
          : blocked ? <Closed text={`You have blocked ${name}: neither of you can write to the other.`} />
          : may.post ? (
            <Composer
              conversation={id} name={name} composing={composing} lastOwn={lastOwn} everyone={may.everyone} hint={slowness(snapshot.settings?.slowModeSeconds, may.manage)}
              onSubmitted={() => void client.showNewest(id).catch(() => undefined)}
            />
          ) : <Closed text={whyClosed(archived, role)} />}
      </section>
      {beside?.is === 'members' ? <MemberPane snapshot={snapshot} onClose={close} /> : null}
      {beside?.is === 'pins' ? <PinsPane snapshot={snapshot} mayUnpin={may.pin} onJump={(position) => setGoTo({ position })} onClose={close} /> : null}
      {beside?.is === 'thread' ? <ThreadPane key={beside.root} snapshot={snapshot} root={beside.root} may={may} onAsk={setAsked} onUnread={onUnread} onJump={(position) => setGoTo({ position })} onClose={close} /> : null}
      <AskedDialog asked={asked} onClose={() => setAsked(undefined)} />
    </>
  );
}

function slowness(seconds: number | undefined, free: boolean): string | undefined {
  if (!seconds || free) return undefined;
  return `Slow mode: one message every ${seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`}.`;
}

function whyClosed(archived: boolean | undefined, role: string | undefined): string {
  if (archived) return 'This room is archived: it can be read, and nothing new is written.';
  return role === 'reader' ? 'You are a reader here.' : 'Only admins write here.';
}
