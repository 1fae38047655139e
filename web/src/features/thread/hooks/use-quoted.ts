'use client';

import type { ConversationId, Position, UserId } from '@postrider/client';
import { useEffect, useState } from 'react';
import { useClient } from '@/protocol/client-provider';
import { useConversation } from '@/protocol/state';

/** A message that is quoted: `body` is absent where it was deleted. */
export type Quoted =
  | { readonly is: 'there'; readonly from: UserId; readonly body?: string }
  | { readonly is: 'loading' }
  | { readonly is: 'missing' };

type Answer = Quoted & { readonly position: Position };

/** What stands at a position: from the thread where it is there, else asked for once. */
export function useQuoted(id: ConversationId, position: Position): Quoted {
  const client = useClient();
  const entry = useConversation(id).entries.find((one) => one.position === position);
  const [asked, setAsked] = useState<Answer>();
  const missing = entry === undefined && asked?.position !== position;
  useEffect(() => {
    if (!missing) return undefined;
    let gone = false;
    client.api.messages.get(id, position).then(
      ({ from, body }) => gone || setAsked({ is: 'there', position, from, ...(body !== undefined && { body }) }),
      () => gone || setAsked({ is: 'missing', position }),
    );
    return () => {
      gone = true;
    };
  }, [client, id, position, missing]);
  if (entry?.kind === 'message') return { is: 'there', from: entry.from, ...(entry.body !== undefined && { body: entry.body }) };
  if (entry) return { is: 'missing' };
  return asked?.position === position ? asked : { is: 'loading' };
}
