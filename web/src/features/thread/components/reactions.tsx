'use client';

import type { MessageEntry } from '@postrider/client';
import { people } from '../lines';
import { useNameOf } from './system-line';

interface Props {
  readonly entry: MessageEntry;
  /** Absent for who only reads. */
  readonly onReact: ((emoji: string, on: boolean) => void) | undefined;
}

/** The reactions under a message; one's own can be taken back. */
export function Reactions({ entry, onReact }: Props) {
  const name = useNameOf();
  if (entry.reactions.length === 0) return null;
  return (
    <ul className={`z-1 -mt-1.5 mb-1 flex flex-wrap gap-1 px-2 ${entry.own ? 'justify-end' : ''}`}>
      {entry.reactions.map(({ emoji, count, mine, users }) => (
        <li key={emoji}>
          <button
            type="button"
            aria-pressed={mine}
            aria-label={`${emoji} ${count === 1 ? '1 person' : `${count} people`}${mine ? ', you too' : ''}: ${people(users, name)}`}
            title={count > users.length ? `${people(users, name)} and more` : people(users, name)}
            disabled={!onReact}
            onClick={() => onReact?.(emoji, !mine)}
            className="inline-flex h-6 items-center gap-1 rounded-full border border-line bg-sheet px-1.5 text-sm shadow-lift transition-colors hover:border-line-strong aria-pressed:border-pine-text aria-pressed:bg-pine-wash"
          >
            <span aria-hidden>{emoji}</span>
            {count > 1 ? <span className="text-xs font-medium text-ink-2 tabular-nums">{count}</span> : null}
          </button>
        </li>
      ))}
    </ul>
  );
}
