'use client';

import type { ConversationId } from '@postrider/client';
import { useMe } from '@/protocol/state';
import { usePerson } from '@/features/person/hooks/use-person';
import { companionOf } from '../address';

/** Who or what a conversation is with, as it is headed. */
export function useConversationName(conversation: { readonly id: ConversationId; readonly name: string }) {
  const me = useMe();
  const companion = companionOf(conversation.id, me.id);
  const person = usePerson(companion);
  const notes = companion === me.id;
  return { name: notes ? 'Notes to yourself' : (person?.displayName ?? (conversation.name || '…')), person, companion, notes };
}
