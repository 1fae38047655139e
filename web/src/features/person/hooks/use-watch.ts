'use client';

import type { UserId } from '@postrider/client';
import { useEffect } from 'react';
import { useClient } from '@/protocol/client-provider';

/** Follows presence and profiles of these people while the component stands. */
export function useWatch(users: readonly UserId[]): void {
  const client = useClient();
  const key = [...new Set(users)].sort().join(',');
  useEffect(() => (key === '' ? undefined : client.watch(key.split(','))), [client, key]);
}
