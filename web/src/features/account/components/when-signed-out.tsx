'use client';

import { useRouter } from 'next/navigation';
import { useEffect, type ReactNode } from 'react';
import { useIdentity } from '@/protocol/state';

/** Shows a form to whoever is not signed in, and sends everybody else to their messages. */
export function WhenSignedOut({ children }: { readonly children: ReactNode }) {
  const identity = useIdentity();
  const router = useRouter();
  const inside = identity.is === 'signed-in';
  useEffect(() => {
    if (inside) router.replace('/');
  }, [inside, router]);
  return inside ? <p role="status" className="text-ink-2">On the way to your messages…</p> : children;
}
