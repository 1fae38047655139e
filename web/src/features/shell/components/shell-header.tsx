'use client';

import { Avatar } from '@/features/person/components/avatar';
import { usePerson } from '@/features/person/hooks/use-person';
import { useMe } from '@/protocol/state';
import { Wordmark } from '@/shared/brand/wordmark';

interface Props {
  /** No thread is open, whose name would head the page. */
  readonly heads: boolean;
  readonly onSettings: () => void;
}

/** The head of the list: the name of the house, and the way to one's own things. */
export function ShellHeader({ heads, onSettings }: Props) {
  const me = useMe();
  const person = usePerson(me.id) ?? me;
  return (
    <header className="flex h-16 shrink-0 items-center justify-between pr-3 pl-5">
      {heads ? <h1 className="flex"><Wordmark /></h1> : <Wordmark />}
      <button
        type="button"
        onClick={onSettings}
        aria-label={`Profile and settings of ${person.displayName}`}
        title="Profile and settings"
        className="grid size-11 place-items-center rounded-xl transition-colors hover:bg-sunken"
      >
        <Avatar user={person} size="small" />
      </button>
    </header>
  );
}
