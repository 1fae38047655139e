'use client';

import type { ConversationId, ConversationListItem } from '@postrider/client';
import { useMemo, type KeyboardEvent } from 'react';
import { useDrafts } from '@/features/composer/hooks/drafts';
import { useWatch } from '@/features/person/hooks/use-watch';
import { useConversationList, useMe } from '@/protocol/state';
import { companionOf } from '../address';
import { ConversationRow } from './conversation-row';
import { ListEnd } from './list-end';
import { ListEmpty, ListSkeleton } from './list-states';

const watchedMax = 500;

interface Props {
  readonly open: ConversationId | undefined;
  readonly onOpen: (id: ConversationId) => void;
}

/** My conversations, favourites first, then the newest. The arrows go from one to the next. */
export function ConversationList({ open, onOpen }: Props) {
  const me = useMe();
  const { conversations, loaded } = useConversationList();
  const drafts = useDrafts();
  const companions = useMemo(
    () => conversations.slice(0, watchedMax - 1).map((item) => companionOf(item.id, me.id)).filter((id) => id !== undefined),
    [conversations, me.id],
  );
  useWatch(useMemo(() => [...companions, me.id], [companions, me.id]));
  const sorted = useMemo(() => favouritesFirst(conversations), [conversations]);
  if (!loaded && conversations.length === 0) return <ListSkeleton />;
  if (conversations.length === 0) return <ListEmpty />;
  return (
    <nav aria-label="Conversations" className="quiet-scroll min-h-0 flex-1 overflow-y-auto px-2 pb-2">
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of the links inside bubble here */}
      <ul onKeyDown={moveByArrow} className="flex flex-col gap-0.5">
        {sorted.map((item) => (
          <li key={item.id} className="[content-visibility:auto] [contain-intrinsic-size:auto_4.25rem]">
            <ConversationRow item={item} open={item.id === open} draft={drafts.get(item.id)?.body} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      <ListEnd />
    </nav>
  );
}

function favouritesFirst(all: readonly ConversationListItem[]): readonly ConversationListItem[] {
  const favourites = all.filter(({ mine }) => mine.favourite);
  return favourites.length === 0 ? all : [...favourites, ...all.filter(({ mine }) => !mine.favourite)];
}

function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const links = [...event.currentTarget.querySelectorAll('a')];
  const next = links[links.indexOf(document.activeElement as HTMLAnchorElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
