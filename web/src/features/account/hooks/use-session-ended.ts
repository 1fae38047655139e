'use client';

import { useEffect, useState } from 'react';
import { useClient } from '@/protocol/client-provider';

/** Whether the server ended the session while the page was open; forgotten with the next sign-in. */
export function useSessionEnded(): boolean {
  const client = useClient();
  const [ended, setEnded] = useState(false);
  useEffect(() => client.connection.subscribe(() => {
    const state = client.connection.getSnapshot();
    if (state.is === 'stopped' && state.because === 'session-ended') setEnded(true);
    if (state.is === 'connecting') setEnded(false);
  }), [client]);
  return ended;
}
