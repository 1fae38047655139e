'use client';

import { useCallback, useState } from 'react';
import { Avatar } from '@/features/person/components/avatar';
import { usePerson } from '@/features/person/hooks/use-person';
import { useClient } from '@/protocol/client-provider';
import { fieldProblem, problemText } from '@/protocol/problem-text';
import { useMe } from '@/protocol/state';
import { Button } from '@/shared/ui/button';
import { Field } from '@/shared/ui/field';
import { useNotice } from '@/shared/ui/notices';
import { Segments } from '@/shared/ui/segments';
import { changeProfile } from '../api/change-profile';
import { textOf, useSubmission } from '../hooks/use-submission';
import { ColourChoice } from './colour-choice';
import { FormError } from './form-error';

const availabilities = [
  { value: 'auto', label: 'Here' },
  { value: 'away', label: 'Away' },
  { value: 'dnd', label: 'Do not disturb' },
] as const;

/** How others see me: name, colour, status. */
export function ProfileForm() {
  const client = useClient();
  const session = useMe();
  const me = { ...session, ...usePerson(session.id) };
  const tell = useNotice();
  const [name, setName] = useState(me.displayName);
  const [color, setColor] = useState(me.color);
  const [availability, setAvailability] = useState(session.availability ?? 'auto');
  const send = useCallback(async (form: FormData) => {
    const text = textOf(form, 'status').trim();
    const emoji = textOf(form, 'emoji').trim();
    const status = text === '' ? null : { text, ...(emoji && { emoji }) };
    await changeProfile(client, { displayName: name.trim(), color, availability, status });
    tell('Your profile is saved.');
  }, [availability, client, color, name, tell]);
  const { onSubmit, busy, error } = useSubmission(send);
  const nameError = fieldProblem(error, 'displayName');
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-5">
      <div className="flex items-center gap-4">
        <Avatar user={{ displayName: name, color }} size="large" />
        <p className="min-w-0"><span className="block truncate text-lg font-semibold tracking-tight">{name || '…'}</span><span className="text-sm text-ink-2">@{me.username}</span></p>
      </div>
      <FormError text={error && !nameError ? problemText(error) : undefined} />
      <Field label="Name shown to others" value={name} onChange={(event) => setName(event.target.value)} required maxLength={64} error={nameError} autoComplete="name" />
      <ColourChoice value={color} onChange={setColor} />
      <div className="flex gap-3">
        <Field label="Emoji" name="emoji" defaultValue={me.status?.emoji ?? ''} maxLength={16} className="w-20" autoComplete="off" />
        <Field label="Status" name="status" defaultValue={me.status?.text ?? ''} maxLength={100} className="min-w-0 flex-1" placeholder="On the road" autoComplete="off" />
      </div>
      <Segments legend="Availability" value={availability} options={availabilities} onChange={setAvailability} />
      <Button type="submit" look="primary" busy={busy}>{busy ? 'Saving…' : 'Save profile'}</Button>
    </form>
  );
}
