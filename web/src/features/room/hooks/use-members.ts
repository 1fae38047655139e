'use client';

import type { ConversationSnapshot, Member } from '@postrider/client';
import { useCallback, useState } from 'react';
import { useClient } from '@/protocol/client-provider';
import { useCall } from '@/protocol/use-call';
import { useLoaded } from '@/protocol/use-loaded';
import { useSettled } from '@/shared/hooks/use-settled';
import { listMembers } from '../api/list-members';

const settleMillis = 180;

interface Further { readonly key: string; readonly members: readonly Member[]; readonly next: string | undefined }

/** The members whose name holds the text, page after page; asked anew when somebody came, went or got another role. */
export function useMembers({ id, entries, memberCount }: ConversationSnapshot, typed: string) {
  const client = useClient();
  const { run } = useCall();
  const query = useSettled(typed.trim().replace(/^@/, ''), settleMillis);
  const change = entries.findLast((entry) => entry.kind === 'system' && entry.line.type !== 'room')?.position ?? -1;
  const key = `${query}/${change}/${memberCount}`;
  // eslint-disable-next-line react-hooks/exhaustive-deps -- a change of the members asks anew
  const { loaded, again } = useLoaded(useCallback(() => listMembers(client, id, query), [client, id, query, change, memberCount]));
  const [further, setFurther] = useState<Further>();
  const mine = further?.key === key ? further : undefined;
  const first = loaded.is === 'there' ? loaded.value : undefined;
  const next = mine ? mine.next : first?.next;
  const more = next === undefined ? undefined : () => void run(async () => {
    const page = await listMembers(client, id, query, next);
    setFurther({ key, members: [...(mine?.members ?? []), ...page.members], next: page.next });
  });
  return {
    members: first && [...first.members, ...(mine?.members ?? [])],
    total: first?.total,
    failed: loaded.is === 'failed' ? loaded.text : undefined,
    more,
    again,
  };
}
