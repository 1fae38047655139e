'use client';

import type { UserId } from '@postrider/client';
import { useClient } from '@/protocol/client-provider';
import { useBlocks } from '@/protocol/state';
import { useCall } from '@/protocol/use-call';
import { blockPerson } from '../api/block-person';

/** Whether one has blocked somebody, and how to change it. */
export function useBlocking(user: UserId | undefined) {
  const client = useClient();
  const { run } = useCall();
  const blocked = useBlocks().has(user ?? '');
  const setBlocked = (on: boolean) => {
    if (user) void run(() => blockPerson(client, user, on), on ? 'Blocked: no direct messages, and you are not seen.' : 'Not blocked any more.');
  };
  return { blocked, setBlocked };
}
