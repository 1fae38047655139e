'use client';

import { useCallback, useState } from 'react';
import { useNotice } from '@/shared/ui/notices';
import { problemText } from './problem-text';

/** Runs one call at a time: `run` answers whether it went well, and says at the foot of the page why it did not. */
export function useCall() {
  const tell = useNotice();
  const [busy, setBusy] = useState(false);
  const run = useCallback(async (call: () => Promise<unknown>, done?: string): Promise<boolean> => {
    setBusy(true);
    try {
      await call();
      if (done) tell(done);
      return true;
    } catch (error) {
      tell(problemText(error));
      return false;
    } finally {
      setBusy(false);
    }
  }, [tell]);
  return { busy, run };
}
