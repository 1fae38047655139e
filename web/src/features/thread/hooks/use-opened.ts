'use client';

import { ProblemError, type ConversationId } from '@postrider/client';
import { useCallback, useEffect, useState } from 'react';
import { useClient } from '@/protocol/client-provider';
import { useConnection } from '@/protocol/state';
import { problemText } from '@/protocol/problem-text';

const soonMillis = 1_000;

export type Opened =
  | { readonly is: 'opening' }
  | { readonly is: 'open' }
  | { readonly is: 'missing' }
  | { readonly is: 'failed'; readonly text: string };

/**
 * Fetches the newest page of a conversation; tries again when the connection is back. One that was `heard` of live is
 * never missing: history is only a moment behind.
 */
export function useOpened(id: ConversationId, heard: boolean): { readonly opened: Opened; readonly retry: () => void } {
  const client = useClient();
  const live = useConnection().is === 'live';
  const [tries, setTries] = useState(0);
  const [opened, setOpened] = useState<Opened>({ is: 'opening' });
  const failed = opened.is === 'failed';
  const early = opened.is === 'missing' && heard;
  useEffect(() => {
    let gone = false;
    client.open(id).then(
      () => gone || setOpened({ is: 'open' }),
      (error: unknown) => gone || setOpened(whyNot(error)),
    );
    return () => {
      gone = true;
    };
  }, [client, id, tries]);
  const retry = useCallback(() => {
    setOpened({ is: 'opening' });
    setTries((n) => n + 1);
  }, []);
  useEffect(() => {
    if (!early) return undefined;
    const timer = setTimeout(retry, soonMillis);
    return () => clearTimeout(timer);
  }, [early, retry]);
  const [wasLive, setWasLive] = useState(live);
  if (live !== wasLive) {
    setWasLive(live);
    if (live && failed) retry();
  }
  return { opened: early ? { is: 'opening' } : opened, retry };
}

function whyNot(error: unknown): Opened {
  const missing = error instanceof ProblemError && (error.code === 'not-found' || error.code === 'invalid');
  return missing ? { is: 'missing' } : { is: 'failed', text: problemText(error) };
}
