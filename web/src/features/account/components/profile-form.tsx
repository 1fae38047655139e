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
import { useSubmission } from '@/shared/hooks/use-submission';
import { draftOf, StatusFields, statusOf } from './status-fields';
import { ColourChoice } from './colour-choice';
import { FormError } from '@/shared/ui/form-error';

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
  const [said, setSaid] = useState(() => draftOf(me.status));
  const send = useCallback(async () => {
    const status = statusOf(said, new Date());
    await changeProfile(client, { displayName: name.trim(), color, availability, status });
    setSaid(draftOf(status ?? undefined));
    tell('Your profile is saved.');
  }, [availability, client, color, name, said, tell]);
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
      <StatusFields value={said} onChange={setSaid} />
      <Segments legend="Availability" value={availability} options={availabilities} onChange={setAvailability} />
      <Button type="submit" look="primary" busy={busy}>{busy ? 'Saving…' : 'Save profile'}</Button>
    </form>
  );
}
