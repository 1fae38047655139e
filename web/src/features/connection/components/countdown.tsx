'use client';

import { useNow } from '@/shared/hooks/use-now';

/** When the next try comes. Not read out: it changes every second. */
export function Countdown({ untilMillis }: { readonly untilMillis: number | undefined }) {
  const now = useNow(1_000);
  const seconds = untilMillis === undefined ? 0 : Math.ceil((untilMillis - now.getTime()) / 1000);
  return <span aria-hidden className="shrink-0">{seconds > 0 ? `Next try in ${seconds} s` : 'Trying…'}</span>;
}
