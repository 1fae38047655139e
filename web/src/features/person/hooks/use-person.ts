'use client';

import type { User, UserId } from '@postrider/client';
import { useEffect, useState } from 'react';
import { useClient } from '@/protocol/client-provider';
import { useIdentity, useUsers } from '@/protocol/state';

/** Somebody's profile: from the directory, of oneself from the session, else asked for once. */
export function usePerson(id: UserId | undefined): User | undefined {
  const client = useClient();
  const identity = useIdentity();
  const known = useUsers().get(id ?? '') ?? (identity.is === 'signed-in' && identity.user.id === id ? identity.user : undefined);
  const [asked, setAsked] = useState<User>();
  const missing = id !== undefined && known === undefined && asked?.id !== id;
  useEffect(() => {
    if (!missing) return undefined;
    let gone = false;
    client.api.users.get(id).then((user) => gone || setAsked(user), () => undefined);
    return () => {
      gone = true;
    };
  }, [client, id, missing]);
  return known ?? (asked?.id === id ? asked : undefined);
}
