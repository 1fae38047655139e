'use client';

import type { SystemEntry, UserId } from '@postrider/client';
import { useCallback, useState } from 'react';
import { useMe, useUsers } from '@/protocol/state';
import { joinedBySelf, sentenceOf, summaryOf, type NameOf } from '../lines';

/** From this many on, one summary stands for all of them. */
const foldedFrom = 4;

/** What happened to the conversation itself, folded where much of it happened in a row. */
export function SystemLines({ entries }: { readonly entries: readonly SystemEntry[] }) {
  const name = useNameOf();
  const [shown, setShown] = useState(false);
  const lines = withoutFounder(entries.map(({ line }) => line));
  const folded = lines.length >= foldedFrom;
  if (!folded) return <Sentences texts={lines.map((line) => sentenceOf(line, name))} />;
  return (
    <div>
      <Sentences texts={shown ? lines.map((line) => sentenceOf(line, name)) : [summaryOf(lines, name).join(' · ')]} />
      <p className="pb-1.5 text-center">
        <button type="button" aria-expanded={shown} onClick={() => setShown(!shown)} className="min-h-6 rounded px-1.5 text-xs font-medium text-pine-text underline underline-offset-3">
          {shown ? 'Show less' : `Show all ${lines.length}`}
        </button>
      </p>
    </div>
  );
}

/** How somebody is called here; whoever is not known yet is "Somebody". */
export function useNameOf(): NameOf {
  const me = useMe();
  const users = useUsers();
  return useCallback((id: UserId) => (id === me.id ? 'You' : (users.get(id)?.displayName ?? 'Somebody')), [me.id, users]);
}

function Sentences({ texts }: { readonly texts: readonly string[] }) {
  return texts.map((text, i) => <p key={i} className="px-6 py-1 text-center text-[13px] [overflow-wrap:anywhere] text-balance text-ink-3">{text}</p>);
}

/** "Moss created the room" says already that Moss is in it. */
function withoutFounder(lines: readonly SystemEntry['line'][]) {
  const created = lines.some((line) => line.type === 'room' && line.changed.settings && line.changed.visibility);
  return created ? lines.filter((line) => !joinedBySelf(line)) : lines;
}
