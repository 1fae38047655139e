'use client';

import type { Status } from '@postrider/client';
import { SmilePlus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { until } from '@/shared/time/day';
import { EmojiPicker } from '@/shared/ui/emoji-picker';
import { Field } from '@/shared/ui/field';
import { IconButton } from '@/shared/ui/icon-button';
import { Select } from '@/shared/ui/select';

/** What stands in the form: an end chosen anew, or kept as it was. */
export interface StatusDraft { readonly text: string; readonly emoji: string; readonly end: End; readonly until: string | undefined }
type End = 'kept' | 'never' | '30' | '60' | '240' | 'today' | 'week';

const ends: readonly { readonly value: End; readonly label: string }[] = [
  { value: 'never', label: 'Until I change it' }, { value: '30', label: 'For 30 minutes' }, { value: '60', label: 'For 1 hour' },
  { value: '240', label: 'For 4 hours' }, { value: 'today', label: 'Today' }, { value: 'week', label: 'This week' },
];

export function draftOf(status: Status | undefined): StatusDraft {
  return { text: status?.text ?? '', emoji: status?.emoji ?? '', end: status?.until ? 'kept' : 'never', until: status?.until };
}

/** The status as it is saved; null for none. */
export function statusOf({ text, emoji, end, until: kept }: StatusDraft, now: Date): Status | null {
  if (text.trim() === '') return null;
  const ending = end === 'kept' ? kept : endOf(end, now)?.toISOString();
  return { text: text.trim(), ...(emoji && { emoji }), ...(ending && { until: ending }) };
}

function endOf(end: Exclude<End, 'kept'>, now: Date): Date | undefined {
  if (end === 'never') return undefined;
  if (end !== 'today' && end !== 'week') return new Date(now.getTime() + Number(end) * 60_000);
  const days = end === 'today' ? 1 : 8 - (now.getDay() || 7);
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
}

/** What one says about the moment: an emoji, a line, and when it is over. */
export function StatusFields({ value, onChange }: { readonly value: StatusDraft; readonly onChange: (value: StatusDraft) => void }) {
  const [picking, setPicking] = useState(false);
  const smile = useRef<HTMLButtonElement>(null);
  const kept = value.until ? [{ value: 'kept' as const, label: `Until ${until(value.until)}` }] : [];
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-end gap-2">
        <IconButton ref={smile} label={value.emoji ? `Emoji: ${value.emoji}. Choose another` : 'Choose an emoji for the status'} aria-expanded={picking} onClick={() => setPicking(!picking)} className="size-11 border border-line-strong">
          {value.emoji ? <span className="text-xl">{value.emoji}</span> : <SmilePlus className="size-5" aria-hidden />}
        </IconButton>
        <Field label="Status" value={value.text} onChange={(event) => onChange({ ...value, text: event.target.value })} maxLength={100} className="min-w-0 flex-1" placeholder="On the road" autoComplete="off" />
        {value.text || value.emoji ? (
          <IconButton label="Clear the status" className="size-11" onClick={() => onChange({ text: '', emoji: '', end: 'never', until: undefined })}><X className="size-5" aria-hidden /></IconButton>
        ) : null}
      </div>
      {value.text.trim() ? <Select label="It stands" value={value.end} options={[...kept, ...ends]} onChange={(end) => onChange({ ...value, end })} /> : null}
      {picking ? (
        <EmojiPicker
          anchor={smile}
          onClose={() => setPicking(false)}
          onPick={(emoji) => {
            setPicking(false);
            smile.current?.focus();
            onChange({ ...value, emoji });
          }}
        />
      ) : null}
    </div>
  );
}
