'use client';

import type { ConversationId, MessageEntry, Position } from '@postrider/client';
import { useMemo } from 'react';
import type { Composing } from '@/features/composer/hooks/use-composing';
import { usePlace } from '@/features/conversation/hooks/use-place';
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
  /** Counts as unread from here on, and closes the conversation: else it would be read again at once. */
  readonly unread: (entry: MessageEntry) => void;
  /** Absent within a thread's own pane. */
  readonly thread?: (root: Position) => void;
}

interface Given {
  readonly composing: Composing;
  readonly may: Rights;
  readonly ask: (asked: Asked) => void;
  /** The conversation is about to be marked as unread: what is in sight does not count as read. */
  readonly onUnread?: (() => void) | undefined;
  readonly openThread?: ((root: Position) => void) | undefined;
}

export function useMessageCommands(id: ConversationId, { composing, may, ask, onUnread, openThread }: Given): MessageCommands {
  const client = useClient();
  const told = useOutcome();
  const { go } = usePlace();
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
    unread: (entry) => {
      onUnread?.();
      client.markUnread(id, entry.position);
      go(undefined);
    },
    ...(openThread && { thread: openThread }),
  }), [ask, client, edit, go, id, may, onUnread, openThread, reply, told]);
}
