'use client';

import type { ConversationId, User } from '@postrider/client';
import { useCallback, useEffect, useState, type KeyboardEvent } from 'react';
import { listMembers } from '@/features/room/api/list-members';
import { useClient } from '@/protocol/client-provider';
import { useMe } from '@/protocol/state';
import { useSettled } from '@/shared/hooks/use-settled';
import { nameAt } from '../mentions';

export interface MentionOption { readonly name: string; readonly label: string; readonly user?: User }

const settleMillis = 100;
const shownMax = 6;

interface Given {
  readonly conversation: ConversationId;
  readonly everyone: boolean;
  readonly text: string;
  readonly caret: number;
  /** Takes the text with the name in it, and where the caret now stands. */
  readonly onTake: (text: string, caret: number, user: User | undefined) => void;
}

/** Offers members of the room while one writes `@…`: the arrows walk, Enter and Tab take, Escape sends the list away. */
export function useMentionCompletion({ conversation, everyone, text, caret, onTake }: Given) {
  const at = conversation.startsWith('room:') ? nameAt(text, caret) : undefined;
  const members = useMembersLike(conversation, at?.name);
  const [active, setActive] = useState(0);
  const [closedAt, setClosedAt] = useState<number>();
  const open = at !== undefined && at.from !== closedAt;
  const options = open ? ranked(at.name, [...members, ...(everyone ? everybody : [])]).slice(0, shownMax) : [];
  const current = Math.min(active, options.length - 1);
  const take = (index: number) => {
    const option = options[index];
    if (!option || !at) return;
    const before = `${text.slice(0, at.from)}@${option.name} `;
    setActive(0);
    onTake(before + text.slice(caret).replace(/^ /, ''), before.length, option.user);
  };
  /** Whether the key was meant for the list. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (options.length === 0) return false;
    switch (event.key) {
      case 'ArrowDown': setActive((current + 1) % options.length); break;
      case 'ArrowUp': setActive((current - 1 + options.length) % options.length); break;
      case 'Enter': case 'Tab': take(current); break;
      case 'Escape': setClosedAt(at?.from); break;
      default: return false;
    }
    event.preventDefault();
    return true;
  };
  return { options, active: current, take, onKeyDown };
}

const everybody: readonly MentionOption[] = [{ name: 'everyone', label: 'All members of the room' }, { name: 'online', label: 'Whoever is here now' }];

/** Those that fit: first whose username or name begins so, then with a word of the name, then with it anywhere. */
function ranked(name: string, options: readonly MentionOption[]): readonly MentionOption[] {
  const ranks = options.map((option) => ({ option, rank: rankOf(name, option) })).filter(({ rank }) => rank < 3);
  return ranks.sort((a, b) => a.rank - b.rank).map(({ option }) => option);
}

function rankOf(name: string, { name: username, label, user }: MentionOption): number {
  const shown = user ? label.toLowerCase() : username;
  if (username.startsWith(name) || shown.startsWith(name)) return 0;
  if (!user) return 3;
  if (shown.split(/\s+/).some((word) => word.startsWith(name))) return 1;
  return username.includes(name) || shown.includes(name) ? 2 : 3;
}

function useMembersLike(id: ConversationId, name: string | undefined): readonly MentionOption[] {
  const client = useClient();
  const me = useMe();
  const asked = useSettled(name, settleMillis);
  const [found, setFound] = useState<readonly User[]>([]);
  const ask = useCallback((query: string) => listMembers(client, id, query), [client, id]);
  useEffect(() => {
    if (asked === undefined) return undefined;
    let gone = false;
    ask(asked).then(({ members }) => gone || setFound(members.map(({ user }) => user)), () => undefined);
    return () => {
      gone = true;
    };
  }, [ask, asked]);
  if (name === undefined) return [];
  return found.filter((user) => user.id !== me.id && !user.deactivated).map((user) => ({ name: user.username, label: user.displayName, user }));
}
