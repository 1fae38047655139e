import type { Everyone, User, UserId } from '@postrider/client';
import { namesIn } from '@/shared/text/names-in';

/** Who a text mentions: of those whose usernames are known here, and everybody where one may. */
export function mentionsOf(body: string, known: Iterable<User>, mayEveryone: boolean): { readonly mentions: UserId[]; readonly everyone?: Everyone } {
  const names = new Set(namesIn(body));
  if (names.size === 0) return { mentions: [] };
  const mentions = new Set<UserId>();
  for (const user of known) if (names.has(user.username)) mentions.add(user.id);
  const everyone = !mayEveryone ? undefined : names.has('everyone') ? 'members' : names.has('online') ? 'online' : undefined;
  return { mentions: [...mentions], ...(everyone && { everyone }) };
}

/** The `@name` that is being written just before the caret, without the `@`. */
export function nameAt(text: string, caret: number): { readonly from: number; readonly name: string } | undefined {
  const match = /(?:^|[\s(])@([a-z0-9._-]{0,29})$/iu.exec(text.slice(0, caret));
  return match ? { from: caret - (match[1]?.length ?? 0) - 1, name: (match[1] ?? '').toLowerCase() } : undefined;
}
