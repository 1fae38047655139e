import { AtSign } from 'lucide-react';

interface Props {
  readonly count: number;
  /** Of a conversation that asks for no attention. */
  readonly quiet?: boolean;
}

/** How many messages wait; nothing for none. */
export function UnreadBadge({ count, quiet = false }: Props) {
  if (count === 0) return null;
  return (
    <span className={`grid h-5 min-w-5 shrink-0 place-items-center rounded-full px-1.5 text-xs font-semibold tabular-nums ${quiet ? 'bg-sunken text-ink-2' : 'bg-brass-fill text-on-brass'}`}>
      {count > 999 ? '999+' : count}
      <span className="sr-only"> unread</span>
    </span>
  );
}

/** Somebody wants one in particular; nothing where nobody does. */
export function MentionBadge({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <span title={count === 1 ? 'You are mentioned' : `You are mentioned ${count > 999 ? 'more than 999' : count} times`} className="grid size-5 shrink-0 place-items-center rounded-full bg-pine text-on-pine">
      <AtSign className="size-3" strokeWidth={2.75} aria-hidden />
      <span className="sr-only">, {count === 1 ? 'you are mentioned' : `you are mentioned ${count} times`}</span>
    </span>
  );
}
