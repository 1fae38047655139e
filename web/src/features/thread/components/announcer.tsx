'use client';

import type { ConversationSnapshot } from '@postrider/client';
import { useState } from 'react';
import { useBlocks } from '@/protocol/state';
import { usePerson } from '@/features/person/hooks/use-person';

/** Reads out what others write while the thread is open; the list itself cannot, as scrolling changes it. */
export function Announcer({ snapshot }: { readonly snapshot: ConversationSnapshot }) {
  const newest = snapshot.atNewest ? snapshot.entries.at(-1) : undefined;
  const [start] = useState(newest?.position ?? -1);
  const person = usePerson(newest?.kind === 'message' ? newest.from : undefined);
  const blocked = useBlocks();
  const said = newest?.kind === 'message' && !newest.own && !blocked.has(newest.from) && newest.position > start ? newest.body : undefined;
  return <p aria-live="polite" className="sr-only">{said ? `${person?.displayName ?? 'Somebody'}: ${said}` : ''}</p>;
}
