'use client';

import type { ConversationId, MessageEntry } from '@postrider/client';
import { SendHorizontal, Smile } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useLimits } from '@/protocol/state';
import { useMedia } from '@/shared/hooks/use-media';
import { IconButton } from '@/shared/ui/icon-button';
import type { Composing } from '../hooks/use-composing';
import { useMentionCompletion } from '../hooks/use-mention-completion';
import { ComposingBar } from './composing-bar';
import { EmojiPicker } from '@/shared/ui/emoji-picker';
import { MentionList } from './mention-list';

interface Props {
  readonly conversation: ConversationId;
  readonly name: string;
  readonly composing: Composing;
  /** One's own newest message, which the arrow up takes to edit. */
  readonly lastOwn: MessageEntry | undefined;
  readonly onSubmitted: () => void;
  /** Whether everybody may be mentioned at once. */
  readonly everyone?: boolean;
  /** In a pane beside the main line. */
  readonly narrow?: boolean;
  readonly hint?: string | undefined;
}

const bodyCharsDefault = 8_000;
/** From here on the characters left are told. */
const nearEnd = 200;

/** Where one writes. Enter sends, with Shift it breaks the line; on phones Enter breaks the line and the button sends. */
export function Composer({ conversation, name, composing, lastOwn, onSubmitted, everyone = false, narrow = false, hint }: Props) {
  const { text, write, submit, cancel, edit, editing, replyTo, calls, meet } = composing;
  const id = useId();
  const [caret, setCaret] = useState(0);
  const placed = useRef<number>(undefined);
  const area = useRef<HTMLTextAreaElement>(null);
  const [picking, setPicking] = useState(false);
  const smile = useRef<HTMLButtonElement>(null);
  const touch = useMedia('(pointer: coarse)');
  const left = (useLimits()?.bodyChars ?? bodyCharsDefault) - [...text].length;
  const empty = text.trim() === '';

  useEffect(() => {
    if (calls > 0 || !touch) area.current?.focus();
  }, [calls, touch, conversation]);

  const mention = useMentionCompletion({
    conversation, everyone, text, caret,
    onTake: (next, at, user) => {
      if (user) meet(user);
      placed.current = at;
      setCaret(at);
      write(next);
    },
  });
  useEffect(() => {
    if (placed.current === undefined) return;
    area.current?.setSelectionRange(placed.current, placed.current);
    placed.current = undefined;
  }, [text]);
  const listed = mention.options.length > 0;

  const send = () => {
    if (empty || left < 0) return;
    submit();
    if (!editing) onSubmitted();
    area.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || mention.onKeyDown(event)) return;
    if (event.key === 'Enter' && !event.shiftKey && !touch) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape' && (editing || replyTo !== undefined)) {
      event.preventDefault();
      cancel();
    } else if (event.key === 'ArrowUp' && text === '' && lastOwn) {
      event.preventDefault();
      edit(lastOwn);
    }
  };
  const insert = (emoji: string) => {
    setPicking(false);
    const at = area.current?.selectionStart ?? text.length;
    write(text.slice(0, at) + emoji + text.slice(at));
    area.current?.focus();
  };
  return (
    <div className={`safe-bottom mx-auto w-full max-w-3xl px-3 pt-1 ${narrow ? '' : 'wide:px-6'}`}>
      <div className="relative rounded-2xl border border-line-strong bg-sheet shadow-lift transition-colors focus-within:border-pine-text focus-within:ring-3 focus-within:ring-pine-wash">
        {listed ? <MentionList id={id} options={mention.options} active={mention.active} onTake={mention.take} /> : null}
        <ComposingBar conversation={conversation} composing={composing} />
        <div className="flex items-end gap-1 p-1">
          <IconButton ref={smile} label="Emoji" aria-expanded={picking} onClick={() => setPicking(!picking)}><Smile className="size-5" aria-hidden /></IconButton>
          <textarea
            ref={area}
            rows={1}
            value={text}
            onChange={(event) => {
              setCaret(event.target.selectionStart);
              write(event.target.value);
            }}
            onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
            aria-autocomplete={listed ? 'list' : undefined}
            aria-controls={listed ? id : undefined}
            aria-activedescendant={listed ? `${id}-${mention.active}` : undefined}
            onKeyDown={onKeyDown}
            placeholder={`Message ${name}`}
            aria-label={editing ? 'Edit message' : `Message ${name}`}
            aria-describedby={left < nearEnd ? `${id}-left` : hint ? `${id}-hint` : undefined}
            enterKeyHint={touch ? 'enter' : 'send'}
            className="quiet-scroll field-sizing-content max-h-48 min-h-10 min-w-0 flex-1 resize-none bg-transparent py-2 text-base leading-6 outline-none placeholder:truncate wide:text-[15px]"
          />
          {left < nearEnd ? (
            <span id={`${id}-left`} className={`self-center px-1 font-mono text-xs ${left < 0 ? 'text-seal' : 'text-ink-3'}`}>{left}<span className="sr-only"> characters left</span></span>
          ) : null}
          <IconButton
            label={editing ? 'Save' : 'Send'}
            aria-disabled={empty || left < 0}
            onMouseDown={(event) => event.preventDefault()}
            onClick={send}
            className="bg-pine text-on-pine! hover:bg-pine-strong aria-disabled:bg-transparent aria-disabled:text-ink-3!"
          >
            <SendHorizontal className="size-5" aria-hidden />
          </IconButton>
        </div>
      </div>
      {hint ? <p id={`${id}-hint`} className="px-3 pt-1.5 text-xs text-ink-3">{hint}</p> : null}
      {picking ? <EmojiPicker anchor={smile} onPick={insert} onClose={() => setPicking(false)} /> : null}
    </div>
  );
}
