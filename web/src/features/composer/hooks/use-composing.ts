'use client';

import type { ConversationId, MessageEntry, Position } from '@postrider/client';
import { useCallback, useMemo, useState } from 'react';
import { useClient } from '@/protocol/client-provider';
import { useOutcome } from '@/protocol/use-outcome';
import { useDraftBox, useDrafts } from './drafts';

/** What the composer is at: a new message, maybe an answer to one, or the text of one already sent. */
export interface Composing {
  readonly text: string;
  readonly replyTo: Position | undefined;
  readonly editing: MessageEntry | undefined;
  /** Rises whenever the composer ought to take the focus. */
  readonly calls: number;
  readonly write: (text: string) => void;
  readonly reply: (position: Position) => void;
  readonly edit: (entry: MessageEntry) => void;
  /** Leaves the edit, or else the answer; the text of a new message stays. */
  readonly cancel: () => void;
  readonly submit: () => void;
}

interface Editing { readonly entry: MessageEntry; readonly text: string }

export function useComposing(id: ConversationId): Composing {
  const client = useClient();
  const drafts = useDraftBox();
  const draft = useDrafts().get(id);
  const told = useOutcome();
  const [editing, setEditing] = useState<Editing>();
  const [reply, setReply] = useState<Position>();
  const [calls, setCalls] = useState(0);
  const text = editing ? editing.text : (draft?.body ?? '');
  const replyTo = editing ? undefined : (draft?.replyTo ?? reply);

  const write = useCallback((next: string) => {
    if (editing) setEditing({ ...editing, text: next });
    else drafts.write(id, { body: next, ...(replyTo !== undefined && { replyTo }) });
    if (!editing && next !== '') client.typing(id);
  }, [client, drafts, editing, id, replyTo]);
  const answer = useCallback((position: Position | undefined) => {
    setEditing(undefined);
    setReply(position);
    const body = drafts.getSnapshot().get(id)?.body ?? '';
    drafts.write(id, { body, ...(position !== undefined && { replyTo: position }) });
    setCalls((n) => n + 1);
  }, [drafts, id]);
  const edit = useCallback((entry: MessageEntry) => {
    setEditing({ entry, text: entry.body ?? '' });
    setCalls((n) => n + 1);
  }, []);
  const cancel = useCallback(() => {
    if (editing) setEditing(undefined);
    else answer(undefined);
  }, [answer, editing]);
  const submit = useCallback(() => {
    const body = text.trim();
    if (body === '') return;
    if (editing) {
      setEditing(undefined);
      if (body !== editing.entry.body) told('The change was not taken', client.edit(id, editing.entry.position, body));
      return;
    }
    client.send({ conversation: id, body, ...(replyTo !== undefined && { replyTo }) });
    setReply(undefined);
    drafts.sent(id);
  }, [client, drafts, editing, id, replyTo, text, told]);

  return useMemo(
    () => ({ text, replyTo, editing: editing?.entry, calls, write, reply: answer, edit, cancel, submit }),
    [answer, calls, cancel, edit, editing?.entry, replyTo, submit, text, write],
  );
}
