import { useNow } from '@/shared/hooks/use-now';
import { dayName } from '@/shared/time/day';

/** A new day, stamped like a postmark. */
export function DayLine({ at }: { readonly at: string }) {
  const now = useNow(600_000);
  return (
    <div className="flex items-center gap-3 py-4">
      <span aria-hidden className="postmark h-px flex-1" />
      <time dateTime={at} className="rounded-full border border-line bg-paper px-3 py-0.5 font-mono text-xs text-ink-3">{dayName(at, now)}</time>
      <span aria-hidden className="postmark h-px flex-1" />
    </div>
  );
}
