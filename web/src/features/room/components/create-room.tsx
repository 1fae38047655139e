'use client';

import { ProblemError } from '@postrider/client';
import { useCallback, useState } from 'react';
import { FormError } from '@/shared/ui/form-error';
import { useClient } from '@/protocol/client-provider';
import { fieldProblem, problemText } from '@/protocol/problem-text';
import { textOf, useSubmission } from '@/shared/hooks/use-submission';
import { Button } from '@/shared/ui/button';
import { Dialog } from '@/shared/ui/dialog';
import { Field } from '@/shared/ui/field';
import { Segments } from '@/shared/ui/segments';
import { createRoom } from '../api/create-room';
import { useEnter } from '../hooks/use-enter';

const visibilities = [{ value: 'public', label: 'Public' }, { value: 'private', label: 'Private' }] as const;
const meanings = {
  public: 'Everybody here can find it, look at its name and topic, and join.',
  private: 'Only who is invited or added sees that it exists.',
};

/** Makes a room and goes there. */
export function CreateRoom({ onClose }: { readonly onClose: () => void }) {
  const client = useClient();
  const enter = useEnter();
  const [visibility, setVisibility] = useState<'public' | 'private'>('public');
  const send = useCallback(async (form: FormData) => {
    const topic = textOf(form, 'topic').trim();
    const room = await createRoom(client, { name: textOf(form, 'name').trim(), visibility, ...(topic && { topic }) });
    await enter(room.id);
    onClose();
  }, [client, enter, onClose, visibility]);
  const { onSubmit, busy, error } = useSubmission(send);
  const taken = error instanceof ProblemError && error.code === 'name-taken';
  const name = fieldProblem(error, 'name') ?? (taken ? 'There is a public room of this name already.' : undefined);
  return (
    <Dialog title="New room" onClose={onClose}>
      <form onSubmit={onSubmit} className="flex flex-col gap-5 px-5 pb-5">
        <FormError text={error && !name ? problemText(error) : undefined} />
        <Field label="Name" name="name" required maxLength={80} autoComplete="off" error={name} data-first-focus placeholder="Stables" />
        <Field label="Topic" name="topic" maxLength={250} autoComplete="off" hint="Optional: what it is about." error={fieldProblem(error, 'topic')} />
        <div>
          <Segments legend="Who can join" value={visibility} options={visibilities} onChange={setVisibility} />
          <p className="mt-1.5 text-[13px] text-ink-3">{meanings[visibility]}</p>
        </div>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={busy}>{busy ? 'Creating…' : 'Create room'}</Button>
        </div>
      </form>
    </Dialog>
  );
}
