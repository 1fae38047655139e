'use client';

import type { ConversationSnapshot, Position } from '@postrider/client';
import { memo } from 'react';
import { Avatar } from '@/features/person/components/avatar';
import { usePerson } from '@/features/person/hooks/use-person';
import { useMe } from '@/protocol/state';
import { clockTime } from '@/shared/time/day';
import type { MessageCommands } from '../hooks/use-message-commands';
import type { MessageRow, Row } from '../rows';
import { DayLine } from './day-line';
import { FailedLine } from './failed-line';
import { MessageActions } from './message-actions';
import { MessageBubble } from './message-bubble';
import { Reactions } from './reactions';
import { SystemLine } from './system-line';
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
      {row.is === 'system' ? <SystemLine entry={row.entry} /> : <MessageArticle row={row} {...rest} />}
      {row.nextDay ? <DayLine at={row.nextDay} /> : null}
    </div>
  );
});

function MessageArticle({ row, conversation, commands, focusable, lit, onJump }: Props & { readonly row: MessageRow }) {
  const me = useMe();
  const { entry } = row;
  const own = entry.from === me.id;
  const person = usePerson(entry.from);
  const many = conversation.kind !== 'dm' && !own;
  const name = own ? 'You' : (person?.displayName ?? 'Somebody');
  const live = entry.kind === 'message' && !entry.deleted;
  return (
    <article
      data-row={row.key}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- articles of a feed take the focus
      tabIndex={focusable ? 0 : -1}
      aria-label={`${name}, ${clockTime(entry.at)}`}
      className={`group/row relative flex flex-col rounded-xl outline-offset-2 ${row.closes ? 'pb-2.5' : 'pb-0.5'} ${own ? 'items-end' : 'items-start'} ${lit ? 'lit' : ''}`}
    >
      {many && row.opens ? (
        <span className="mb-1 flex items-center gap-2 text-[13px] font-semibold"><Avatar user={person} size="small" />{name}</span>
      ) : null}
      <div className={`relative flex max-w-[min(85%,34rem)] flex-col ${own ? 'items-end' : 'items-start'} ${many ? 'ml-10' : ''}`}>
        <MessageBubble row={row} own={own} conversation={conversation.id} onJump={onJump} />
        {entry.kind === 'message' ? <Reactions entry={entry} onReact={(emoji, on) => commands.react(entry, emoji, on)} /> : null}
        {live ? <MessageActions entry={entry} commands={commands} /> : null}
      </div>
      {entry.kind === 'pending' && entry.state === 'failed' ? <FailedLine entry={entry} /> : null}
    </article>
  );
}
