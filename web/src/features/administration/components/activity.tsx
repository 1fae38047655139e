'use client';

import { useCallback, useState } from 'react';
import { useClient } from '@/protocol/client-provider';
import { useLoaded } from '@/protocol/use-loaded';
import { Segments } from '@/shared/ui/segments';
import { Spinner } from '@/shared/ui/spinner';
import { showActivity } from '../api/show-activity';

const spans = [{ value: '7', label: '7 days' }, { value: '30', label: '30 days' }, { value: '90', label: '90 days' }] as const;
const dayMillis = 86_400_000;
const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const day = (millis: number) => new Date(millis).toISOString().slice(0, 10);

/** How much is written, day by day: as bars for the eye, as a table for everybody. */
export function Activity() {
  const client = useClient();
  const [span, setSpan] = useState<(typeof spans)[number]['value']>('30');
  const { loaded, again } = useLoaded(useCallback(() => showActivity(client, day(Date.now() - Number(span) * dayMillis), day(Date.now())), [client, span]));
  const days = loaded.is === 'there' ? loaded.value : [];
  const most = Math.max(1, ...days.map(({ messages }) => messages));
  const sum = days.reduce((all, { messages }) => all + messages, 0);
  return (
    <div className="flex flex-col gap-5">
      <div className="max-w-md"><Segments legend="Span" value={span} options={spans} onChange={setSpan} /></div>
      {loaded.is === 'loading' ? <Spinner label="Looking…" /> : null}
      {loaded.is === 'failed' ? <p role="alert" className="text-sm text-seal">{loaded.text} <button type="button" className="font-semibold underline" onClick={again}>Try again</button></p> : null}
      {loaded.is === 'there' && days.length === 0 ? <p className="text-sm text-ink-2">Nothing was written in this time.</p> : null}
      {days.length > 0 ? (
        <>
          <p className="text-sm text-ink-2"><span className="text-2xl font-semibold tracking-tight text-ink tabular-nums">{sum.toLocaleString('en-GB')}</span> messages in all</p>
          <svg viewBox={`0 0 ${days.length * 10} 100`} preserveAspectRatio="none" className="h-40 w-full" aria-hidden>
            {days.map(({ day: name, messages }, i) => {
              const height = (messages / most) * 96;
              return <rect key={name} x={i * 10 + 1.5} y={100 - height} width="7" height={height} rx="1" fill="var(--pine)" />;
            })}
          </svg>
          <table className="w-full text-sm">
            <thead className="text-left text-[13px] text-ink-3"><tr><th scope="col" className="py-1.5 font-medium">Day</th><th scope="col" className="py-1.5 text-right font-medium">Messages</th><th scope="col" className="py-1.5 text-right font-medium">People who wrote</th></tr></thead>
            <tbody className="divide-y divide-line">
              {days.toReversed().map(({ day: name, messages, people }) => (
                <tr key={name}><th scope="row" className="py-1.5 text-left font-normal">{short.format(new Date(name))}</th><td className="py-1.5 text-right tabular-nums">{messages.toLocaleString('en-GB')}</td><td className="py-1.5 text-right tabular-nums">{people.toLocaleString('en-GB')}</td></tr>
              ))}
            </tbody>
          </table>
        </>
      ) : null}
    </div>
  );
}
