import { Megaphone } from 'lucide-react';
import { Avatar } from '@/features/person/components/avatar';
import type { MentionOption } from '../hooks/use-mention-completion';

interface Props {
  readonly id: string;
  readonly options: readonly MentionOption[];
  readonly active: number;
  readonly onTake: (index: number) => void;
}

/** Whom one may mean; the focus stays in the text. */
export function MentionList({ id, options, active, onTake }: Props) {
  return (
    <ul id={id} role="listbox" aria-label="People to mention" className="absolute bottom-full left-0 z-20 mb-2 w-full max-w-sm overflow-hidden rounded-xl border border-line bg-sheet p-1.5 shadow-float">
      {options.map(({ name, label, user }, i) => (
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the text's: aria-activedescendant
        <li
          key={name}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(i)}
          className="flex cursor-pointer items-center gap-3 rounded-lg px-2 py-1.5 text-sm hover:bg-sunken aria-selected:bg-pine-wash"
        >
          {user ? <Avatar user={user} size="small" /> : <span className="grid size-8 place-items-center text-brass"><Megaphone className="size-5" aria-hidden /></span>}
          <span className="min-w-0 truncate"><span className="font-medium">{label}</span> <span className="text-ink-2">@{name}</span></span>
        </li>
      ))}
    </ul>
  );
}
