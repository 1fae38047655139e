'use client';

import type { ConversationSnapshot, MessageEntry, Position } from '@postrider/client';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { Composer } from '@/features/composer/components/composer';
import { useComposing } from '@/features/composer/hooks/use-composing';
import type { Rights } from '@/features/room/rights';
import { useClient } from '@/protocol/client-provider';
import { useThread } from '@/protocol/state';
import { useLoaded } from '@/protocol/use-loaded';
import { Button } from '@/shared/ui/button';
import { Pane } from '@/shared/ui/pane';
import { Spinner } from '@/shared/ui/spinner';
import { useMessageCommands, type Asked } from '../hooks/use-message-commands';
import { threadRows, type MessageRow } from '../rows';
import { Closed } from './closed';
import { MessageArticle } from './thread-row';
import { TypingLine } from './typing-line';

interface Props {
  readonly snapshot: ConversationSnapshot;
  readonly root: Position;
  readonly may: Rights;
  readonly onAsk: (asked: Asked) => void;
  readonly onUnread: () => void;
  readonly onJump: (position: Position) => void;
  readonly onClose: () => void;
}

/** A thread beside the main line: its root, the answers, and where one answers. */
export function ThreadPane({ snapshot, root, may, onAsk, onUnread, onJump, onClose }: Props) {
  const client = useClient();
  const { id } = snapshot;
  const thread = useThread(id, root);
  const missing = !thread.loaded;
  // eslint-disable-next-line react-hooks/exhaustive-deps -- asked again after a sync that made the device forget
  const { loaded, again } = useLoaded(useCallback(() => client.openThread(id, root), [client, id, root, missing]));
  const composing = useComposing(id, { thread: root, everyone: may.everyone });
  const commands = useMessageCommands(id, { composing, may, ask: onAsk, onUnread });
  const rows = useMemo(
    () => threadRows(thread.replies, thread.pending, { hasOlder: true, firstUnread: undefined }).filter((row): row is MessageRow => row.is === 'message'),
    [thread.pending, thread.replies],
  );
  const end = useEndInSight(rows.length);
  const lastOwn = thread.replies.findLast((entry) => entry.own && !entry.deleted);
  const article = (row: MessageRow) => <MessageArticle key={row.key} row={row} conversation={snapshot} commands={commands} focusable lit={false} onJump={onJump} />;
  return (
    <Pane title="Thread" onClose={onClose}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reachable by keyboard */}
      <div tabIndex={0} role="region" aria-label="Messages of this thread" className="quiet-scroll min-h-0 flex-1 overflow-y-auto bg-paper px-3 pt-12 outline-offset-[-2px]">
        {thread.root ? article(rootRow(thread.root)) : missing ? null : <p className="text-sm text-ink-3">The message that began this thread is not here any more.</p>}
        <p className="flex items-center gap-3 py-3 text-xs text-ink-3">
          {count(thread.root?.replies?.count ?? thread.replies.length)}<span aria-hidden className="postmark h-px flex-1" />
        </p>
        {loaded.is === 'failed' ? <p role="alert" className="py-2 text-sm text-seal">{loaded.text} <button type="button" className="font-semibold underline" onClick={again}>Try again</button></p> : null}
        {missing && loaded.is !== 'failed' ? <Spinner label="Looking…" /> : null}
        {thread.hasOlder ? <Button look="quiet" className="mb-2 w-full" onClick={() => void client.openThread(id, root, true).catch(() => undefined)}>Earlier replies</Button> : null}
        {rows.map(article)}
        <TypingLine typing={thread.typing} />
        <div ref={end} />
      </div>
      <div className="bg-paper">{may.post ? (
        <Composer conversation={id} name="the thread" composing={composing} lastOwn={lastOwn} everyone={may.everyone} narrow onSubmitted={() => end.current?.scrollIntoView({ block: 'end' })} />
      ) : <Closed text="You cannot answer here." />}</div>
    </Pane>
  );
}

function rootRow(entry: MessageEntry): MessageRow {
  return { is: 'message', key: `root/${entry.key}`, entry, opens: true, closes: true, unreadAbove: false };
}

function count(replies: number): string {
  return replies === 0 ? 'No replies yet' : replies === 1 ? '1 reply' : `${replies} replies`;
}

/** Keeps the newest reply in sight while new ones come. */
function useEndInSight(length: number) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [length]);
  return end;
}
