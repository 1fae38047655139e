'use client';

import { createClient, type Client } from '@postrider/client';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';

const ClientContext = createContext<Client | undefined>(undefined);

interface Props {
  readonly children: ReactNode;
  /** Tests bring their own. */
  readonly client?: Client;
}

/** Holds the page's one client and starts it once the page is alive. */
export function ClientProvider({ children, client: given }: Props) {
  const [client] = useState(() => given ?? createClient());
  useEffect(() => {
    void client.start();
  }, [client]);
  return <ClientContext value={client}>{children}</ClientContext>;
}

export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error('useClient needs a ClientProvider above it');
  return client;
}
