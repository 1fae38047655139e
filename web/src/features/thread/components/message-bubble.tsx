'use client';

import type { ConversationSnapshot, MessageEntry, PendingEntry, Position } from '@postrider/client';
import { Pin } from 'lucide-react';
import { useMe } from '@/protocol/state';
import { isEmojiOnly } from '@/shared/text/emoji-only';
import { clockTime } from '@/shared/time/day';
import type { MessageRow } from '../rows';
import { Body } from './body';
import { Quote } from './quote';
import { ThreadTag } from './thread-tag';
import { Ticks, wayOf } from './ticks';

interface Props {
  readonly row: MessageRow;
  readonly own: boolean;
  readonly conversation: ConversationSnapshot['id'];
  readonly onJump: (position: Position) => void;
  /** Opens the thread a reply belongs to; absent within that thread. */
  readonly onThread?: ((root: Position) => void) | undefined;
}

/** What was said, when, and how far it has come. */
export function MessageBubble({ row, own, conversation, onJump, onThread }: Props) {
  const me = useMe();
  const { entry } = row;
  const deleted = entry.kind === 'message' && entry.deleted !== undefined;
  const everyone = entry.kind === 'message' ? entry.everyone : undefined;
  const named = !own && !deleted && (everyone !== undefined || entry.mentions.includes(me.id));
  return (
    <div className={`relative max-w-full min-w-0 px-3.5 py-2 ${corners(row, own)} ${look(entry, own, deleted)} ${named ? 'border-l-3 border-brass' : ''}`}>
      {entry.thread !== undefined && !deleted && onThread ? <ThreadTag conversation={conversation} root={entry.thread} own={own} onOpen={onThread} /> : null}
      {entry.replyTo !== undefined && !deleted ? (
        <Quote conversation={conversation} position={entry.replyTo} own={own} onJump={onJump} />
      ) : null}
      {deleted ? <span className="italic">This message was deleted</span> : <Body text={entry.body ?? ''} mentions={entry.mentions} everyone={everyone} own={own} />}
      <Meta entry={entry} own={own} muted={deleted} below={!deleted && isEmojiOnly(entry.body ?? '')} />
    </div>
  );
}

interface MetaProps {
  readonly entry: MessageEntry | PendingEntry;
  readonly own: boolean;
  readonly muted: boolean;
  /** On a line of its own instead of at the end of the text. */
  readonly below: boolean;
}

function Meta({ entry, own, muted, below }: MetaProps) {
  const edited = entry.kind === 'message' && !muted ? entry.edited : undefined;
  const tone = own && !muted ? 'text-on-pine-2' : 'text-ink-3';
  return (
    <span className={`items-center gap-1 font-mono text-[11px] leading-none ${below ? 'mt-1 flex justify-end' : 'float-right mt-1.5 ml-3 inline-flex translate-y-0.5'} ${tone}`}>
      {entry.kind === 'message' && entry.pinned && !muted ? <><Pin className="size-3" aria-hidden /><span className="sr-only">pinned</span></> : null}
      {edited ? <span className="font-sans" title={`Edited at ${clockTime(edited.at)}`}>edited</span> : null}
      <time dateTime={entry.at}>{clockTime(entry.at)}</time>
      {own && !muted ? <Ticks entry={entry} /> : null}
    </span>
  );
}

function look(entry: MessageEntry | PendingEntry, own: boolean, deleted: boolean): string {
  if (deleted) return 'border border-dashed border-line-strong text-ink-3';
  if (!own) return 'bg-bubble text-ink shadow-lift';
  return wayOf(entry) === 'failed' ? 'bg-pine text-on-pine outline-2 outline-offset-2 outline-seal' : 'bg-pine text-on-pine';
}

/** A run of messages reads as one letter: only its outer corners on the sender's side are sharp or round. */
function corners({ opens, closes }: MessageRow, own: boolean): string {
  const side = own ? { top: 'rounded-tr-md', bottom: 'rounded-br-md' } : { top: 'rounded-tl-md', bottom: 'rounded-bl-md' };
  return `rounded-2xl ${opens ? '' : side.top} ${closes ? '' : side.bottom}`;
}
