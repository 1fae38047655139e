'use client';

import type { Typist } from '@postrider/client';
import { usePerson } from '@/features/person/hooks/use-person';
import { Spinner } from '@/shared/ui/spinner';

/** Who is writing just now. Keeps its height, so that the thread does not jump. */
export function TypingLine({ typing }: { readonly typing: readonly Typist[] }) {
  const [first, second] = [usePerson(typing[0]?.user), usePerson(typing[1]?.user)];
  const [one, two] = [first?.displayName ?? 'Somebody', second?.displayName ?? 'somebody'];
  const who = typing.length > 2 ? `${one} and ${typing.length - 1} others are writing` : typing.length === 2 ? `${one} and ${two} are writing` : `${one} is writing`;
  return (
    <div className="mx-auto h-9 w-full max-w-3xl px-4 pt-2 wide:px-8">
      {typing.length > 0 ? <p className="flex min-w-0 items-center gap-2 text-[13px] text-ink-3"><Spinner /><span className="truncate">{who}</span></p> : null}
    </div>
  );
}
