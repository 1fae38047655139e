'use client';

import { directConversation, type ConversationId, type User } from '@postrider/client';
import { Search, X } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useMe } from '@/protocol/state';
import { IconButton } from '@/shared/ui/icon-button';
import { usePersonSearch } from '../hooks/use-person-search';
import { useSlashKey } from '../hooks/use-slash-key';
import { SearchResults } from './search-results';

interface Props {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onChoose: (id: ConversationId) => void;
}

/** Finds a person and opens the conversation with them: type, walk with the arrows, Enter. `/` comes here from anywhere. */
export function PersonSearch({ query, onQuery, onChoose }: Props) {
  const me = useMe();
  const input = useRef<HTMLInputElement>(null);
  const search = usePersonSearch(query);
  const [active, setActive] = useState(0);
  useSlashKey(input);
  const users = search.is === 'found' || search.is === 'searching' ? search.users : [];
  const choose = (user: User) => onChoose(directConversation(me.id, user.id));
  const onKeyDown = (event: KeyboardEvent) => {
    const at = Math.min(active, users.length - 1);
    if (event.key === 'ArrowDown') setActive(Math.min(at + 1, users.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && users[at]) choose(users[at]);
    else if (event.key === 'Escape') onQuery('');
    else return;
    event.preventDefault();
  };
  const open = query.trim() !== '';
  return (
    <>
      <div role="search" className="relative mx-3 mb-2 shrink-0">
        <Search className="pointer-events-none absolute top-3 left-3 size-4 text-ink-3" aria-hidden />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label="Find a person"
          aria-expanded={open}
          aria-controls="people-found"
          aria-autocomplete="list"
          aria-activedescendant={open && users.length > 0 ? `found-${Math.min(active, users.length - 1)}` : undefined}
          value={query}
          onChange={(event) => {
            setActive(0);
            onQuery(event.target.value);
          }}
          onKeyDown={onKeyDown}
          placeholder="Find a person"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={64}
          className="h-10 w-full rounded-xl border border-transparent bg-sunken pr-10 pl-9 text-base outline-none focus:border-pine-text focus:bg-sheet focus:ring-3 focus:ring-pine-wash wide:text-[15px]"
        />
        {open ? (
          <IconButton label="Clear" onClick={() => onQuery('')} className="absolute top-1 right-1 size-8"><X className="size-4" aria-hidden /></IconButton>
        ) : null}
      </div>
      <SearchResults search={search} active={Math.min(active, users.length - 1)} onChoose={choose} />
    </>
  );
}
