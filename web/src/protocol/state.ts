'use client';

import type {
  ConnectionState, ConversationId, ConversationListSnapshot, ConversationSnapshot, Identity, Limits, OnlineMap, Position, PresenceMap,
  ThreadSnapshot, User, UserDirectory, UserId,
} from '@postrider/client';
import { useMemo } from 'react';
import { useClient } from './client-provider';
import { useReadable } from './use-readable';

export function useIdentity(): Identity {
  return useReadable(useClient().identity);
}

/** Whoever is signed in; only below the gate that waits for it. */
export function useMe(): User {
  const identity = useIdentity();
  if (identity.is !== 'signed-in') throw new Error('useMe stands below the gate only');
  return identity.user;
}

export function useConnection(): ConnectionState {
  return useReadable(useClient().connection);
}

export function useConversationList(): ConversationListSnapshot {
  return useReadable(useClient().conversations);
}

export function useConversation(id: ConversationId): ConversationSnapshot {
  const client = useClient();
  return useReadable(useMemo(() => client.conversation(id), [client, id]));
}

export function useUsers(): UserDirectory {
  return useReadable(useClient().users);
}

export function usePresence(): PresenceMap {
  return useReadable(useClient().presence);
}

export function useThread(id: ConversationId, root: Position): ThreadSnapshot {
  const client = useClient();
  return useReadable(useMemo(() => client.thread(id, root), [client, id, root]));
}

/** Who is there in the rooms that are watched. */
export function useOnline(): OnlineMap {
  return useReadable(useClient().online);
}

/** Whom one has blocked. */
export function useBlocks(): ReadonlySet<UserId> {
  return useReadable(useClient().blocks);
}

export function useLimits(): Limits | undefined {
  return useReadable(useClient().limits);
}
