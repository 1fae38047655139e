'use client';

import type { ConversationId, User } from '@postrider/client';
import { useCallback, useEffect, useState, type KeyboardEvent } from 'react';
import { listMembers } from '@/features/room/api/list-members';
import { useClient } from '@/protocol/client-provider';
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
  const options = open ? [...members, ...(everyone ? everybody(at.name) : [])].slice(0, shownMax) : [];
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

function everybody(name: string): readonly MentionOption[] {
  const all = [{ name: 'everyone', label: 'All members of the room' }, { name: 'online', label: 'Whoever is here now' }];
  return all.filter((option) => option.name.startsWith(name));
}

function useMembersLike(id: ConversationId, name: string | undefined): readonly MentionOption[] {
  const client = useClient();
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
  const fits = (user: User) => user.username.includes(name) || user.displayName.toLowerCase().includes(name);
  return found.filter(fits).map((user) => ({ name: user.username, label: user.displayName, user }));
}
