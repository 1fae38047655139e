'use client';

import type { LucideIcon } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import { Popover } from './popover';

export interface MenuItem {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly onChoose: () => void;
  readonly danger?: boolean;
}

interface Props {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly onClose: () => void;
}

/** A few things to do, floating beside the button that opened them; the arrows walk them. */
export function Menu({ anchor, label, items, onClose }: Props) {
  return (
    <Popover anchor={anchor} label={label} onClose={onClose}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of the buttons inside bubble here */}
      <ul onKeyDown={walk} className="flex min-w-52 flex-col p-1.5">
        {items.map(({ label: name, icon: Icon, onChoose, danger }) => (
          <li key={name}>
            <button
              type="button"
              onClick={() => {
                anchor.current?.focus();
                onClose();
                onChoose();
              }}
              className={`flex min-h-10 w-full items-center gap-3 rounded-lg px-3 text-left text-sm hover:bg-sunken focus-visible:bg-sunken ${danger ? 'text-seal' : ''}`}
            >
              <Icon className="size-4 shrink-0" aria-hidden />{name}
            </button>
          </li>
        ))}
      </ul>
    </Popover>
  );
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step]?.focus();
}
