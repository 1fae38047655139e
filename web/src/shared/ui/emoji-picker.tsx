'use client';

import type { KeyboardEvent, RefObject } from 'react';
import { Popover } from './popover';
import { emojis } from './emojis';

interface Props {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onPick: (emoji: string) => void;
  readonly onClose: () => void;
}

const columns = 8;

/** A small choice of emoji; the arrows walk it. */
export function EmojiPicker({ anchor, onPick, onClose }: Props) {
  return (
    <Popover anchor={anchor} label="Choose an emoji" onClose={onClose}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of the buttons inside bubble here */}
      <div role="group" aria-label="Emoji" onKeyDown={walk} className="grid grid-cols-8 gap-0.5 p-1.5">
        {emojis.map(({ emoji, name }, i) => (
          <button
            key={emoji}
            type="button"
            tabIndex={i === 0 ? 0 : -1}
            aria-label={name}
            title={name}
            onClick={() => onPick(emoji)}
            className="grid size-9 place-items-center rounded-lg text-xl hover:bg-sunken focus-visible:bg-sunken"
          >
            {emoji}
          </button>
        ))}
      </div>
    </Popover>
  );
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const steps: Partial<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns };
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step]?.focus();
}
