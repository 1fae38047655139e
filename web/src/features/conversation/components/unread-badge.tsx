/** How many messages wait; nothing for none. */
export function UnreadBadge({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <span className="grid h-5 min-w-5 shrink-0 place-items-center rounded-full bg-brass-fill px-1.5 text-xs font-semibold text-on-brass tabular-nums">
      {count > 999 ? '999+' : count}
      <span className="sr-only"> unread</span>
    </span>
  );
}
