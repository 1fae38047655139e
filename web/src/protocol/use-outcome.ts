'use client';

import type { Outcome } from '@postrider/client';
import { useCallback } from 'react';
import { rejectText } from './problem-text';
import { useNotice } from '@/shared/ui/notices';

/** Waits for what a change came to, and says so where it was refused. */
export function useOutcome(): (what: string, outcome: Promise<Outcome>) => void {
  const tell = useNotice();
  return useCallback((what, outcome) => {
    outcome.then(
      (answer) => {
        if (answer.type === 'rejected') tell(`${what}: ${rejectText(answer.code)}.`);
      },
      () => tell(`${what}. Please try again.`),
    );
  }, [tell]);
}
