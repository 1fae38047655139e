'use client';

import type { ConversationSnapshot, Position } from '@postrider/client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Virtuoso, type VirtuosoHandle } from 'react-virtuoso';
import { useClient } from '@/protocol/client-provider';
import { useHeld } from '@/shared/hooks/use-held';
import { useAttending } from '@/shared/hooks/use-attending';
import { useAnchored } from '../hooks/use-anchored';
import { useJump } from '../hooks/use-jump';
import type { MessageCommands } from '../hooks/use-message-commands';
import { usePaging } from '../hooks/use-paging';
import { useReading } from '../hooks/use-reading';
import { useRowFocus } from '../hooks/use-row-focus';
import { useStuckToBottom } from '../hooks/use-stuck-to-bottom';
import { useUnreadLine } from '../hooks/use-unread-line';
import { threadRows, type Row } from '../rows';
import { JumpButton } from './jump-button';
import { Announcer } from './announcer';
import { ThreadRow } from './thread-row';
import { listParts, type ListContext } from './thread-list-parts';

interface Props {
  readonly snapshot: ConversationSnapshot;
  readonly commands: MessageCommands;
  readonly name: string;
  /** The newest entry when the conversation was marked as unread by hand. */
  readonly heldAt?: Position | undefined;
  /** Somebody outside of the list wants to go to a message; another object goes there again. */
  readonly goTo?: { readonly position: Position } | undefined;
}

const nearBottomPixels = 80;
/** The list passes the bottom on its way to where it opens: only who stays there has arrived. */
const restMillis = 200;
const aheadPixels = { top: 900, bottom: 400 };

/** With fewer entries than that there may be nothing to scroll by. */
const firstScreen = 20;

/** The scrollback: only what is near the window is in the page; it keeps its place while older pages come. */
export function ThreadList({ snapshot, commands, name, goTo, heldAt }: Props) {
  const client = useClient();
  const list = useRef<VirtuosoHandle>(null);
  const [atBottom, setAtBottom] = useState(false);
  const resting = useHeld(atBottom, restMillis);
  const attending = useAttending();
  const firstUnread = useUnreadLine(snapshot, attending && resting);
  const { entries, pending, hasOlder, atNewest } = snapshot;
  const rows = useMemo(
    () => threadRows(entries, atNewest ? pending : [], { hasOlder, firstUnread }),
    [entries, pending, hasOlder, atNewest, firstUnread],
  );
  const { firstIndex, stretch } = useAnchored(rows);
  const { older, newer } = usePaging(snapshot.id, hasOlder && entries.length < firstScreen);
  const { jump, target, lit } = useJump(snapshot.id, rows, list);
  const going = useRef(jump);
  useEffect(() => {
    going.current = jump;
  }, [jump]);
  useEffect(() => {
    if (goTo) going.current(goTo.position);
  }, [goTo]);
  const { key: focusKey, onKeyDown } = useRowFocus(rows, list, commands);
  const { scroller, settle } = useStuckToBottom(resting && atNewest);
  useReading(snapshot, resting, heldAt);

  const toNewest = useCallback(() => {
    if (atNewest) list.current?.scrollToIndex({ index: 'LAST', align: 'end' });
    else void client.showNewest(snapshot.id).catch(() => undefined);
  }, [atNewest, client, snapshot.id]);
  const startAt = useMemo(() => startIndex(rows, stretch, target), [rows, stretch, target]);
  const context = useMemo<ListContext>(
    () => ({ snapshot, name, older: older.state, onOlder: older.run, onKeyDown }),
    [snapshot, name, older.state, older.run, onKeyDown],
  );
  return (
    <div className="relative min-h-0 flex-1">
      <Virtuoso
        key={stretch}
        ref={list}
        scrollerRef={scroller}
        totalListHeightChanged={settle}
        className="quiet-scroll"
        aria-label={`Messages with ${name}`}
        data={rows}
        context={context}
        components={listParts}
        firstItemIndex={firstIndex}
        initialTopMostItemIndex={startAt}
        computeItemKey={(_, row) => row.key}
        increaseViewportBy={aheadPixels}
        alignToBottom
        atBottomThreshold={nearBottomPixels}
        atBottomStateChange={setAtBottom}
        followOutput={(bottom) => (bottom && atNewest ? 'auto' : false)}
        startReached={() => hasOlder && older.run()}
        endReached={() => !atNewest && newer.run()}
        itemContent={(_, row) => (
          <ThreadRow row={row} conversation={snapshot} commands={commands} focusable={row.key === focusKey} lit={row.key === lit} onJump={jump} />
        )}
      />
      <Announcer snapshot={snapshot} />
      {atBottom && atNewest ? null : <JumpButton unread={snapshot.unread} onJump={toNewest} />}
    </div>
  );
}

/** Where a list opens: at the message one jumped to, at the line "new" of a thread just opened, else at the newest. */
function startIndex(rows: readonly Row[], stretch: number, target: number | undefined) {
  if (target !== undefined) return { index: target, align: 'center' as const };
  const unread = stretch === 0 ? rows.findIndex((row) => row.unreadAbove) : -1;
  return unread > 0 ? { index: unread, align: 'start' as const, offset: -72 } : { index: 'LAST' as const, align: 'end' as const };
}
