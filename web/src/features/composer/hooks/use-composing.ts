'use client';

import type { ConversationId, MessageEntry, Position, User } from '@postrider/client';
import { useCallback, useMemo, useState } from 'react';
import { useClient } from '@/protocol/client-provider';
import { useOutcome } from '@/protocol/use-outcome';
import { useUsers } from '@/protocol/state';
import { useReadable } from '@/protocol/use-readable';
import { mentionsOf } from '../mentions';
import { threadKey, type Written } from '../thread-drafts';
import { useDraftBox, useDrafts, useThreadDrafts } from './drafts';

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
  /** Somebody was chosen to be mentioned, whom the directory may not know. */
  readonly meet: (user: User) => void;
}

interface Editing { readonly entry: MessageEntry; readonly text: string }

/** @param thread the root of the thread written in; the main line when absent */
export function useComposing(id: ConversationId, { thread, everyone = false }: { readonly thread?: Position; readonly everyone?: boolean } = {}): Composing {
  const client = useClient();
  const users = useUsers();
  const told = useOutcome();
  const { draft, keep, sent } = useKept(id, thread);
  const [editing, setEditing] = useState<Editing>();
  const [reply, setReply] = useState<Position>();
  const [calls, setCalls] = useState(0);
  const [met, setMet] = useState<readonly User[]>([]);
  const text = editing ? editing.text : (draft?.body ?? '');
  const replyTo = editing ? undefined : (draft?.replyTo ?? reply);

  const write = useCallback((next: string) => {
    if (editing) setEditing({ ...editing, text: next });
    else keep({ body: next, ...(replyTo !== undefined && { replyTo }) });
    if (!editing && next !== '') client.typing(id, thread);
  }, [client, editing, id, keep, replyTo, thread]);
  const answer = useCallback((position: Position | undefined) => {
    setEditing(undefined);
    setReply(position);
    keep({ body: text, ...(position !== undefined && { replyTo: position }) });
    setCalls((n) => n + 1);
  }, [keep, text]);
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
    const named = mentionsOf(body, [...users.values(), ...met], everyone);
    if (editing) {
      setEditing(undefined);
      if (body !== editing.entry.body) told('The change was not taken', client.edit(id, editing.entry.position, body, named.mentions));
      return;
    }
    client.send({ conversation: id, body, ...named, ...(replyTo !== undefined && { replyTo }), ...(thread !== undefined && { thread }) });
    setReply(undefined);
    sent();
  }, [client, editing, everyone, id, met, replyTo, sent, text, thread, told, users]);
  const meet = useCallback((user: User) => setMet((all) => [...all, user]), []);

  return useMemo(
    () => ({ text, replyTo, editing: editing?.entry, calls, write, reply: answer, edit, cancel, submit, meet }),
    [answer, calls, cancel, edit, editing?.entry, meet, replyTo, submit, text, write],
  );
}

/** What is written and not sent: of the main line on every device, of a thread on this page. */
function useKept(id: ConversationId, thread: Position | undefined) {
  const box = useDraftBox();
  const threads = useThreadDrafts();
  const main = useDrafts().get(id);
  const key = threadKey(id, thread ?? -1);
  const own = useReadable(threads).get(key);
  const keep = useCallback((written: Written) => {
    if (thread === undefined) box.write(id, written);
    else threads.write(key, written);
  }, [box, id, key, thread, threads]);
  const sent = useCallback(() => {
    if (thread === undefined) box.sent(id);
    else threads.write(key, undefined);
  }, [box, id, key, thread, threads]);
  return { draft: thread === undefined ? main : own, keep, sent };
}
