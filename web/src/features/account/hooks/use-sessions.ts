'use client';

import type { SessionView } from '@postrider/client';
import { useCallback, useEffect, useState } from 'react';
import { useClient } from '@/protocol/client-provider';
import { problemText } from '@/protocol/problem-text';
import { endOtherSessions } from '../api/end-other-sessions';
import { endSession } from '../api/end-session';
import { listSessions } from '../api/list-sessions';

/** One's sessions; each change asks the server for the list anew. */
export function useSessions() {
  const client = useClient();
  const [sessions, setSessions] = useState<readonly SessionView[]>();
  const [error, setError] = useState<string>();
  const load = useCallback(
    (first: Promise<void> = Promise.resolve()) => first.then(() => listSessions(client)).then(
      (listed) => {
        setSessions(listed);
        setError(undefined);
      },
      (problem: unknown) => setError(problemText(problem)),
    ),
    [client],
  );
  useEffect(() => {
    void load();
  }, [load]);
  return {
    sessions,
    error,
    retry: () => void load(),
    end: (id: string) => void load(endSession(client, id)),
    endOthers: () => void load(endOtherSessions(client)),
  };
}
