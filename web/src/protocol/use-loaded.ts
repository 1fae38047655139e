'use client';

import { useCallback, useEffect, useState } from 'react';
import { problemText } from './problem-text';

/** What a call answered: nothing yet, the value, or why not. */
export type Loaded<T> =
  | { readonly is: 'loading' }
  | { readonly is: 'there'; readonly value: T }
  | { readonly is: 'failed'; readonly text: string };

/** Asks once, and anew whenever `load` is another function or `again` is called; an answer that was overtaken is dropped. */
export function useLoaded<T>(load: () => Promise<T>): { readonly loaded: Loaded<T>; readonly again: () => void } {
  const [asked, setAsked] = useState(0);
  const [answer, setAnswer] = useState<Loaded<T>>({ is: 'loading' });
  useEffect(() => {
    let gone = false;
    load().then(
      (value) => gone || setAnswer({ is: 'there', value }),
      (error: unknown) => gone || setAnswer({ is: 'failed', text: problemText(error) }),
    );
    return () => {
      gone = true;
    };
  }, [load, asked]);
  return { loaded: answer, again: useCallback(() => setAsked((n) => n + 1), []) };
}
