'use client';

import { ProblemError, type ConversationId } from '@postrider/client';
import { useCallback, useEffect, useState } from 'react';
import { useClient } from '@/protocol/client-provider';
import { useConnection } from '@/protocol/state';
import { problemText } from '@/protocol/problem-text';

export type Opened =
  | { readonly is: 'opening' }
  | { readonly is: 'open' }
  | { readonly is: 'missing' }
  | { readonly is: 'failed'; readonly text: string };

/** Fetches the newest page of a conversation; tries again when the connection is back. */
export function useOpened(id: ConversationId): { readonly opened: Opened; readonly retry: () => void } {
  const client = useClient();
  const live = useConnection().is === 'live';
  const [tries, setTries] = useState(0);
  const [opened, setOpened] = useState<Opened>({ is: 'opening' });
  const failed = opened.is === 'failed';
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
  const [wasLive, setWasLive] = useState(live);
  if (live !== wasLive) {
    setWasLive(live);
    if (live && failed) retry();
  }
  return { opened, retry };
}

function whyNot(error: unknown): Opened {
  const missing = error instanceof ProblemError && (error.code === 'not-found' || error.code === 'invalid');
  return missing ? { is: 'missing' } : { is: 'failed', text: problemText(error) };
}
