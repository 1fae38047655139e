'use client';

import type { User } from '@postrider/client';
import { useEffect, useState } from 'react';
import { useClient } from '@/protocol/client-provider';
import { problemText } from '@/protocol/problem-text';
import { useSettled } from '@/shared/hooks/use-settled';
import { findPeople } from '../api/find-people';

export type PersonSearch =
  | { readonly is: 'idle' }
  | { readonly is: 'searching'; readonly users: readonly User[] }
  | { readonly is: 'found'; readonly query: string; readonly users: readonly User[] }
  | { readonly is: 'failed'; readonly text: string };

const settleMillis = 180;

/** Looks people up while one types; an answer that was overtaken is dropped, the former stays until the next is here. */
export function usePersonSearch(typed: string): PersonSearch {
  const client = useClient();
  const query = useSettled(typed.trim().replace(/^@/, ''), settleMillis);
  const [answer, setAnswer] = useState<PersonSearch>({ is: 'idle' });
  useEffect(() => {
    if (query === '') return undefined;
    const asking = new AbortController();
    findPeople(client, query, asking.signal).then(
      (users) => setAnswer({ is: 'found', query, users }),
      (error: unknown) => asking.signal.aborted || setAnswer({ is: 'failed', text: problemText(error) }),
    );
    return () => asking.abort();
  }, [client, query]);
  if (typed.trim() === '') return { is: 'idle' };
  if (answer.is === 'found' && answer.query !== query) return { is: 'searching', users: answer.users };
  return answer.is === 'idle' ? { is: 'searching', users: [] } : answer;
}
