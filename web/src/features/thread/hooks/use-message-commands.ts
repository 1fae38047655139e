'use client';

import type { ConversationId, MessageEntry } from '@postrider/client';
import { useMemo } from 'react';
import { useClient } from '@/protocol/client-provider';
import type { Composing } from '@/features/composer/hooks/use-composing';
import { useOutcome } from '@/protocol/use-outcome';

/** What can be done with a message in the thread. */
export interface MessageCommands {
  readonly reply: (entry: MessageEntry) => void;
  readonly edit: (entry: MessageEntry) => void;
  /** Asks before it is done. */
  readonly remove: (entry: MessageEntry) => void;
  readonly react: (entry: MessageEntry, emoji: string, on: boolean) => void;
}

export function useMessageCommands(id: ConversationId, composing: Composing, ask: (entry: MessageEntry) => void): MessageCommands {
  const client = useClient();
  const told = useOutcome();
  const { reply, edit } = composing;
  return useMemo(() => ({
    reply: (entry) => reply(entry.position),
    edit: (entry) => edit(entry),
    remove: ask,
    react: (entry, emoji, on) => told('The reaction was not taken', client.react(id, entry.position, emoji, on)),
  }), [ask, client, edit, id, reply, told]);
}
