'use client';

import { createClient, type Client } from '@postrider/client';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { SessionEnd } from './session-end';
import { useReadable } from './use-readable';

interface Page {
  readonly client: Client;
  readonly sessionEnd: SessionEnd;
}

const PageContext = createContext<Page | undefined>(undefined);

interface Props {
  readonly children: ReactNode;
  /** Tests bring their own. */
  readonly client?: Client;
}

/** Holds the page's one client and starts it once the page is alive. */
export function ClientProvider({ children, client: given }: Props) {
  const [page] = useState<Page>(() => ({ client: given ?? createClient(), sessionEnd: new SessionEnd() }));
  useEffect(() => {
    const stop = page.sessionEnd.follow(page.client);
    void page.client.start();
    return stop;
  }, [page]);
  return <PageContext value={page}>{children}</PageContext>;
}

export function useClient(): Client {
  return usePage().client;
}

/** Whether the server ended the session of this page. */
export function useSessionEnded(): boolean {
  return useReadable(usePage().sessionEnd);
}

function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('useClient needs a ClientProvider above it');
  return page;
}
