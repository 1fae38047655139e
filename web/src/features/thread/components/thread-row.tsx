'use client';

import type { ConversationSnapshot, Position } from '@postrider/client';
import { memo, useState } from 'react';
import { Avatar } from '@/features/person/components/avatar';
import { usePerson } from '@/features/person/hooks/use-person';
import { useBlocks, useMe } from '@/protocol/state';
import { clockTime } from '@/shared/time/day';
import type { MessageCommands } from '../hooks/use-message-commands';
import type { MessageRow, Row } from '../rows';
import { DayLine } from './day-line';
import { FailedLine } from './failed-line';
import { MessageActions } from './message-actions';
import { MessageBubble } from './message-bubble';
import { Reactions } from './reactions';
import { RepliesButton } from './replies-button';
import { SystemLines } from './system-line';
import { UnreadLine } from './unread-line';

interface Props {
  readonly row: Row;
  readonly conversation: Pick<ConversationSnapshot, 'id' | 'kind'>;
  readonly commands: MessageCommands;
  readonly focusable: boolean;
  readonly lit: boolean;
  readonly onJump: (position: Position) => void;
}

/** One entry with the lines around it. */
export const ThreadRow = memo(function ThreadRow({ row, ...rest }: Props) {
  return (
    <div className="mx-auto w-full max-w-3xl px-3 wide:px-6">
      {row.firstDay ? <DayLine at={row.firstDay} /> : null}
      {row.unreadAbove ? <UnreadLine /> : null}
      {row.is === 'system' ? <article aria-label="About the room"><SystemLines entries={row.entries} /></article> : <MessageArticle row={row} {...rest} />}
      {row.nextDay ? <DayLine at={row.nextDay} /> : null}
    </div>
  );
});

export function MessageArticle({ row, conversation, commands, focusable, lit, onJump }: Props & { readonly row: MessageRow }) {
  const me = useMe();
  const { entry } = row;
  const own = entry.from === me.id;
  const person = usePerson(entry.from);
  const many = conversation.kind !== 'dm' && !own;
  const folded = useBlocks().has(entry.from) && many;
  const [shown, setShown] = useState(false);
  const name = own ? 'You' : (person?.displayName ?? 'Somebody');
  const live = entry.kind === 'message' && !entry.deleted;
  const hidden = folded && !shown;
  return (
    <article
      data-row={row.key}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- articles of a feed take the focus
      tabIndex={focusable ? 0 : -1}
      aria-label={`${name}, ${clockTime(entry.at)}`}
      className={`group/row relative flex flex-col rounded-xl outline-offset-2 ${row.closes ? 'pb-2.5' : 'pb-0.5'} ${own ? 'items-end' : 'items-start'} ${lit ? 'lit' : ''}`}
    >
      {many && row.opens && !hidden ? (
        <span className="mb-1 flex items-center gap-2 text-[13px] font-semibold"><Avatar user={person} size="small" />{name}</span>
      ) : null}
      {hidden ? <Folded onShow={() => setShown(true)} /> : (
        <div className={`relative flex max-w-[min(85%,34rem)] flex-col ${own ? 'items-end' : 'items-start'} ${many ? 'ml-10' : ''}`}>
          <MessageBubble row={row} own={own} conversation={conversation.id} onJump={onJump} onThread={commands.thread} />
          {entry.kind === 'message' ? <Reactions entry={entry} onReact={commands.may.post ? (emoji, on) => commands.react(entry, emoji, on) : undefined} /> : null}
          {entry.kind === 'message' && commands.thread ? <RepliesButton entry={entry} onOpen={commands.thread} /> : null}
          {live ? <MessageActions entry={entry} commands={commands} /> : null}
        </div>
      )}
      {entry.kind === 'pending' && entry.state === 'failed' ? <FailedLine entry={entry} /> : null}
    </article>
  );
}

/** A message of somebody one has blocked: the room goes on, one need not read it. */
function Folded({ onShow }: { readonly onShow: () => void }) {
  return (
    <p className="ml-10 flex items-center gap-1 rounded-2xl border border-dashed border-line-strong px-3 py-1 text-[13px] text-ink-3">
      A message of somebody you have blocked
      <button type="button" onClick={onShow} className="min-h-7 rounded px-1.5 font-semibold underline underline-offset-3">Show</button>
    </p>
  );
}
