'use client';

import type { User } from '@postrider/client';
import { Spinner } from '@/shared/ui/spinner';
import type { PersonSearch } from '../hooks/use-person-search';
import { Avatar } from './avatar';

interface Props {
  readonly search: PersonSearch;
  readonly active: number;
  readonly onChoose: (user: User) => void;
}

/** The people found; the focus stays in the field above. */
export function SearchResults({ search, active, onChoose }: Props) {
  if (search.is === 'idle') return <div id="people-found" role="listbox" aria-label="People" hidden />;
  const users = search.is === 'failed' ? [] : search.users;
  return (
    <div className="quiet-scroll min-h-0 flex-1 overflow-y-auto px-2 pb-2">
      <div role="status" className="px-3 text-sm text-ink-2">{said(search)}</div>
      <ul id="people-found" role="listbox" aria-label="People">
        {users.map((user, i) => (
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the field's: aria-activedescendant
          <li
            key={user.id}
            id={`found-${i}`}
            role="option"
            aria-selected={i === active}
            onClick={() => onChoose(user)}
            className="flex cursor-pointer items-center gap-3 rounded-xl px-3 py-2.5 hover:bg-sunken aria-selected:bg-pine-wash"
          >
            <Avatar user={user} />
            <span className="min-w-0">
              <span className="block truncate font-medium tracking-tight">{user.displayName}</span>
              <span className="block truncate text-sm text-ink-2">@{user.username}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function said(search: PersonSearch) {
  switch (search.is) {
    case 'idle': return null;
    case 'failed': return <p className="py-3 text-seal">{search.text}</p>;
    case 'searching': return search.users.length === 0 ? <div className="py-3"><Spinner label="Looking…" /></div> : null;
    case 'found':
      if (search.users.length === 0) return <p className="py-3">Nobody goes by “<span className="break-all">{search.query}</span>” here.</p>;
      return <span className="sr-only">{search.users.length} found</span>;
  }
}
