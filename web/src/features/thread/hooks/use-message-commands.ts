'use client';

import type { ConversationId, MessageEntry, Position } from '@postrider/client';
import { useMemo } from 'react';
import type { Composing } from '@/features/composer/hooks/use-composing';
import type { Rights } from '@/features/room/rights';
import { useClient } from '@/protocol/client-provider';
import { useOutcome } from '@/protocol/use-outcome';

/** What is asked or shown about one message, above the thread. */
export interface Asked { readonly what: 'delete' | 'info' | 'flag'; readonly entry: MessageEntry }

/** What can be done with a message of this thread. */
export interface MessageCommands {
  readonly may: Rights;
  readonly reply: (entry: MessageEntry) => void;
  readonly edit: (entry: MessageEntry) => void;
  readonly remove: (entry: MessageEntry) => void;
  readonly react: (entry: MessageEntry, emoji: string, on: boolean) => void;
  readonly pin: (entry: MessageEntry, on: boolean) => void;
  readonly info: (entry: MessageEntry) => void;
  readonly flag: (entry: MessageEntry) => void;
  /** Absent within a thread's own pane. */
  readonly thread?: (root: Position) => void;
}

interface Given {
  readonly composing: Composing;
  readonly may: Rights;
  readonly ask: (asked: Asked) => void;
  readonly openThread?: ((root: Position) => void) | undefined;
}

export function useMessageCommands(id: ConversationId, { composing, may, ask, openThread }: Given): MessageCommands {
  const client = useClient();
  const told = useOutcome();
  const { reply, edit } = composing;
  return useMemo(() => ({
    may,
    reply: (entry) => reply(entry.position),
    edit: (entry) => edit(entry),
    remove: (entry) => ask({ what: 'delete', entry }),
    react: (entry, emoji, on) => told('The reaction was not taken', client.react(id, entry.position, emoji, on)),
    pin: (entry, on) => told('The pin was not taken', client.pin(id, entry.position, on)),
    info: (entry) => ask({ what: 'info', entry }),
    flag: (entry) => ask({ what: 'flag', entry }),
    ...(openThread && { thread: openThread }),
  }), [ask, client, edit, id, may, openThread, reply, told]);
}
