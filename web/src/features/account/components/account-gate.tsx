'use client';

import { useCallback, type ReactNode } from 'react';
import { useClient, useSessionEnded } from '@/protocol/client-provider';
import { useIdentity } from '@/protocol/state';
import { Splash } from '@/shared/brand/splash';
import { useHeld } from '@/shared/hooks/use-held';
import { AuthFrame } from './auth-frame';
import { LoginForm } from './login-form';
import { Unreachable } from './unreachable';

const patienceMillis = 3_000;

/**
 * Lets in whoever is signed in. Everybody else signs in right here, so that the address, and with it the
 * conversation one was about to open, stays.
 */
export function AccountGate({ children }: { readonly children: ReactNode }) {
  const identity = useIdentity();
  const ended = useSessionEnded();
  const client = useClient();
  const late = useHeld(identity.is === 'unknown', patienceMillis);
  const retry = useCallback(() => {
    void client.start();
    client.reconnect();
  }, [client]);
  switch (identity.is) {
    case 'signed-in':
      return children;
    case 'unknown':
      return late ? <Unreachable onRetry={retry} /> : <Splash />;
    case 'signed-out':
      return (
        <AuthFrame>
          <LoginForm {...(ended && { notice: 'Your session on this device has ended. Sign in to go on.' })} />
        </AuthFrame>
      );
  }
}
