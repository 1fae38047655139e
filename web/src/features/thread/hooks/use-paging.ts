'use client';

import type { ConversationId } from '@postrider/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from '@/protocol/client-provider';

/**
 * Pages before and after what is shown, one at a time in each direction. Where too little is shown to scroll by, an older
 * page comes by itself: a limited sync takes away what an open thread held, and tells none or little of it.
 */
export function usePaging(id: ConversationId, tooLittle: boolean) {
  const client = useClient();
  const older = useOneAtATime(useCallback(() => client.loadOlder(id), [client, id]));
  const newer = useOneAtATime(useCallback(() => client.loadNewer(id), [client, id]));
  const { run } = older;
  useEffect(() => {
    if (tooLittle) run();
  }, [tooLittle, run]);
  return { older, newer };
}

function useOneAtATime(load: () => Promise<void>) {
  const running = useRef(false);
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');
  const run = useCallback(() => {
    if (running.current) return;
    running.current = true;
    setState('loading');
    load()
      .then(() => setState('idle'), () => setState('failed'))
      .finally(() => {
        running.current = false;
      });
  }, [load]);
  return { state, run };
}
