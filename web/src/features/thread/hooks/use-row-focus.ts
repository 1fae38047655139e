'use client';

import { useCallback, useState, type KeyboardEvent, type RefObject } from 'react';
import type { VirtuosoHandle } from 'react-virtuoso';
import type { MessageCommands } from './use-message-commands';
import type { Row } from '../rows';

/**
 * One row of the thread can be reached with Tab, the arrows go on from there: up and down to the next message, Home and
 * End to the first and last, R answers, T opens the thread, P pins, I tells all about it, E edits, Delete deletes. What is focused scrolls into view first.
 */
export function useRowFocus(rows: readonly Row[], list: RefObject<VirtuosoHandle | null>, commands: MessageCommands) {
  const [focused, setFocused] = useState<string>();
  const present = rows.some((row) => row.key === focused);
  const key = present ? focused : rows.findLast((row) => row.is === 'message')?.key;

  const focus = useCallback((index: number) => {
    const row = rows[index];
    if (!row) return;
    setFocused(row.key);
    list.current?.scrollIntoView({
      index,
      done: () => document.querySelector<HTMLElement>(`[data-row="${CSS.escape(row.key)}"]`)?.focus({ preventScroll: true }),
    });
  }, [list, rows]);

  const onKeyDown = useCallback((event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const at = rows.findIndex((row) => row.key === target.dataset.row);
    const row = rows[at];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = nextIndex(rows, at, event.key);
    const done = next === undefined ? actOn(row, event.key, commands) : true;
    if (next !== undefined) focus(next);
    if (done) event.preventDefault();
  }, [commands, focus, rows]);
  return { key, onKeyDown };
}

function nextIndex(rows: readonly Row[], at: number, key: string): number | undefined {
  const isMessage = (row: Row) => row.is === 'message';
  switch (key) {
    case 'ArrowUp': return rows.findLastIndex((row, i) => i < at && isMessage(row));
    case 'ArrowDown': return rows.findIndex((row, i) => i > at && isMessage(row));
    case 'Home': return rows.findIndex(isMessage);
    case 'End': return rows.findLastIndex(isMessage);
    default: return undefined;
  }
}

function actOn(row: Row, key: string, commands: MessageCommands): boolean {
  if (row.is !== 'message' || row.entry.kind !== 'message' || row.entry.deleted) return false;
  const { entry } = row;
  const { may, thread } = commands;
  if (key === 'r' && may.post) commands.reply(entry);
  else if (key === 't' && thread) thread(entry.thread ?? entry.position);
  else if (key === 'i') commands.info(entry);
  else if (key === 'p' && may.pin) commands.pin(entry, !entry.pinned);
  else if (key === 'e' && entry.own && may.post) commands.edit(entry);
  else if (key === 'Delete' && (entry.own || may.deleteOthers)) commands.remove(entry);
  else return false;
  return true;
}
