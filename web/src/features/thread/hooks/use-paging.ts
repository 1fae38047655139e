'use client';

import type { ConversationId } from '@postrider/client';
import { useCallback, useRef, useState } from 'react';
import { useClient } from '@/protocol/client-provider';

/** Pages before and after what is shown, one at a time in each direction. */
export function usePaging(id: ConversationId) {
  const client = useClient();
  const older = useOneAtATime(useCallback(() => client.loadOlder(id), [client, id]));
  const newer = useOneAtATime(useCallback(() => client.loadNewer(id), [client, id]));
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
