'use client';

import { useCallback, useState } from 'react';
import { useClient } from '@/protocol/client-provider';
import { useConversationList } from '@/protocol/state';
import { useNotice } from '@/shared/ui/notices';
import { Button } from '@/shared/ui/button';
import { problemText } from '@/protocol/problem-text';

/** From this many on there may be older conversations than the first sync brought. */
const syncedMax = 200;

/** Fetches conversations older than the first 200; nothing where there are fewer. */
export function ListEnd() {
  const client = useClient();
  const { conversations } = useConversationList();
  const tell = useNotice();
  const [ended, setEnded] = useState(false);
  const [busy, setBusy] = useState(false);
  const more = useCallback(() => {
    setBusy(true);
    client.loadMoreConversations()
      .then((left) => setEnded(!left), (error: unknown) => tell(problemText(error)))
      .finally(() => setBusy(false));
  }, [client, tell]);
  if (ended || conversations.length < syncedMax) return null;
  return <Button look="quiet" busy={busy} onClick={more} className="mt-1 w-full">Older conversations</Button>;
}
