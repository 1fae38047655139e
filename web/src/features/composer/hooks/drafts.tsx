'use client';

import type { ConversationId, Draft } from '@postrider/client';
import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import { useClient } from '@/protocol/client-provider';
import { useConnection } from '@/protocol/state';
import { useReadable } from '@/protocol/use-readable';
import { DraftBox } from '../draft-box';
import { ThreadDrafts } from '../thread-drafts';

const ThreadsContext = createContext<ThreadDrafts | undefined>(undefined);
const BoxContext = createContext<DraftBox | undefined>(undefined);

/** Holds what is written and not sent, here and on other devices, and saves it again after every interruption. */
export function DraftsProvider({ children }: { readonly children: ReactNode }) {
  const client = useClient();
  const live = useConnection().is === 'live';
  const box = useMemo(() => new DraftBox(client.api.drafts, client.drafts), [client]);
  const threads = useMemo(() => new ThreadDrafts(), []);
  useEffect(() => {
    if (live) void box.flush();
  }, [box, live]);
  useEffect(() => {
    const leaving = () => void box.flush();
    const stop = box.follow();
    addEventListener('pagehide', leaving);
    return () => {
      removeEventListener('pagehide', leaving);
      stop();
    };
  }, [box]);
  return <BoxContext value={box}><ThreadsContext value={threads}>{children}</ThreadsContext></BoxContext>;
}

export function useDraftBox(): DraftBox {
  const box = useContext(BoxContext);
  if (!box) throw new Error('useDraftBox needs a DraftsProvider above it');
  return box;
}

export function useThreadDrafts(): ThreadDrafts {
  const drafts = useContext(ThreadsContext);
  if (!drafts) throw new Error('useThreadDrafts needs a DraftsProvider above it');
  return drafts;
}

/** All drafts, by conversation. */
export function useDrafts(): ReadonlyMap<ConversationId, Draft> {
  return useReadable(useDraftBox());
}
