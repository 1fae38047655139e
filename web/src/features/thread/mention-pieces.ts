import type { Everyone, User, UserId } from '@postrider/client';
import { atName, trimmedName } from '@/shared/text/names-in';

/** Part of a text: as it is, or a mention that counts. */
export type MentionPiece =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'mention'; readonly text: string; readonly user: User | undefined; readonly me: boolean };

export interface Mentioned {
  readonly users: readonly User[];
  readonly everyone: Everyone | undefined;
  readonly me: UserId;
}

/** Splits a text at the mentions that count: what merely looks like one stays text. */
export function mentionPieces(text: string, { users, everyone, me }: Mentioned): MentionPiece[] {
  const found: MentionPiece[] = [];
  let end = 0;
  for (const match of text.toLowerCase().matchAll(atName)) {
    const name = trimmedName(match[1] ?? '');
    const user = users.find((one) => one.username === name);
    const all = everyone !== undefined && (name === 'everyone' || name === 'online');
    if (!user && !all) continue;
    if (match.index > end) found.push({ is: 'text', text: text.slice(end, match.index) });
    end = match.index + name.length + 1;
    found.push({ is: 'mention', text: user ? `@${user.displayName}` : text.slice(match.index, end), user, me: all || user?.id === me });
  }
  if (end < text.length) found.push({ is: 'text', text: text.slice(end) });
  return found;
}
