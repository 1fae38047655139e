'use client';

import { ProblemError, type ConversationSnapshot, type RoomPatch, type Settings } from '@postrider/client';
import { useCallback, useState } from 'react';
import { usePlace } from '@/features/conversation/hooks/use-place';
import { useClient } from '@/protocol/client-provider';
import { fieldProblem, problemText } from '@/protocol/problem-text';
import { useCall } from '@/protocol/use-call';
import { textOf, useSubmission } from '@/shared/hooks/use-submission';
import { Button } from '@/shared/ui/button';
import { Confirm } from '@/shared/ui/confirm';
import { Dialog } from '@/shared/ui/dialog';
import { Field } from '@/shared/ui/field';
import { FormError } from '@/shared/ui/form-error';
import { Section } from '@/shared/ui/section';
import { Segments } from '@/shared/ui/segments';
import { Select } from '@/shared/ui/select';
import { changeRoom } from '../api/change-room';
import { deleteRoom } from '../api/delete-room';
import { rightsOf } from '../rights';

const whos = [{ value: 'members', label: 'Members' }, { value: 'admins', label: 'Admins' }] as const;
const histories = [{ value: 'all', label: 'Everything' }, { value: 'joined', label: 'From their joining on' }] as const;
const visibilities = [{ value: 'public', label: 'Public' }, { value: 'private', label: 'Private' }] as const;
const slownesses = [['0', 'Off'], ['5', '5 seconds'], ['15', '15 seconds'], ['30', '30 seconds'], ['60', '1 minute'], ['300', '5 minutes'], ['900', '15 minutes'], ['3600', '1 hour']].map(([value = '', label = '']) => ({ value, label }));

interface Props {
  readonly snapshot: ConversationSnapshot;
  readonly onClose: () => void;
}

/** Name, topic and rules of a room; who may not change them reads them. */
export function RoomSettings({ snapshot, onClose }: Props) {
  const may = rightsOf(snapshot);
  return (
    <Dialog title="Room settings" form="sheet" onClose={onClose}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reachable by keyboard */}
      <div tabIndex={0} role="region" aria-label="Room settings" className="quiet-scroll min-h-0 flex-1 divide-y divide-line overflow-y-auto px-5 outline-offset-[-2px]">
        <Section title="Name and topic">{may.manage ? <NameForm snapshot={snapshot} /> : <Read snapshot={snapshot} />}</Section>
        {snapshot.settings ? <Section title="Rules"><Rules snapshot={snapshot} settings={snapshot.settings} mayChange={may.manage} /></Section> : null}
        {may.own ? <Section title="Only you, the owner"><Owning snapshot={snapshot} onClose={onClose} /></Section> : null}
      </div>
    </Dialog>
  );
}

function NameForm({ snapshot }: { readonly snapshot: ConversationSnapshot }) {
  const client = useClient();
  const send = useCallback(
    async (form: FormData) => void (await changeRoom(client, snapshot.id, { name: textOf(form, 'name').trim(), topic: textOf(form, 'topic').trim() })),
    [client, snapshot.id],
  );
  const { onSubmit, busy, error } = useSubmission(send);
  const taken = error instanceof ProblemError && error.code === 'name-taken' ? 'There is a public room of this name already.' : undefined;
  const name = fieldProblem(error, 'name') ?? taken;
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4">
      <FormError text={error && !name ? problemText(error) : undefined} />
      <Field label="Name" name="name" defaultValue={snapshot.name} required maxLength={80} error={name} autoComplete="off" />
      <Field label="Topic" name="topic" defaultValue={snapshot.topic ?? ''} maxLength={250} error={fieldProblem(error, 'topic')} autoComplete="off" />
      <Button type="submit" look="primary" busy={busy}>{busy ? 'Saving…' : 'Save'}</Button>
    </form>
  );
}

function Read({ snapshot }: { readonly snapshot: ConversationSnapshot }) {
  return (
    <div className="text-sm">
      <p className="font-semibold">{snapshot.name}</p>
      <p className="text-ink-2">{snapshot.topic || 'No topic'}</p>
      <p className="mt-2 text-[13px] text-ink-3">{snapshot.archived ? 'An archived room does not change.' : 'Admins change these.'}</p>
    </div>
  );
}

function Rules({ snapshot, settings, mayChange }: { readonly snapshot: ConversationSnapshot; readonly settings: Settings; readonly mayChange: boolean }) {
  const client = useClient();
  const { run } = useCall();
  const set = (change: Partial<Settings>) => void run(() => changeRoom(client, snapshot.id, { settings: change }));
  const slow = String(settings.slowModeSeconds);
  const options = slownesses.some(({ value }) => value === slow) ? slownesses : [...slownesses, { value: slow, label: `${slow} seconds` }];
  return (
    <fieldset disabled={!mayChange} className="flex flex-col gap-5">
      <legend className="sr-only">Rules</legend>
      <Segments legend="Who writes" value={settings.posting} options={whos} onChange={(posting) => set({ posting })} />
      <Segments legend="Who invites" value={settings.invite} options={whos} onChange={(invite) => set({ invite })} />
      <Segments legend="Who mentions everyone" value={settings.everyone} options={whos} onChange={(everyone) => set({ everyone })} />
      <Segments legend="What new members can read" value={settings.history} options={histories} onChange={(history) => set({ history })} />
      <Select label="Slow mode" value={slow} options={options} hint="How long a member waits between two messages; admins do not." onChange={(seconds) => set({ slowModeSeconds: Number(seconds) })} />
    </fieldset>
  );
}

function Owning({ snapshot, onClose }: Props) {
  const client = useClient();
  const { go } = usePlace();
  const { busy, run } = useCall();
  const [asking, setAsking] = useState<'archive' | 'delete'>();
  const { id, name, archived = false, visibility = 'public' } = snapshot;
  const change = (patch: RoomPatch, done?: string) => run(() => changeRoom(client, id, patch), done);
  const remove = async () => {
    if (!(await run(() => deleteRoom(client, id), `${name} is deleted.`))) return;
    onClose();
    go(undefined);
  };
  const archive = async () => {
    await change({ archived: true }, 'The room is archived.');
    setAsking(undefined);
  };
  return (
    <div className="flex flex-col gap-5">
      <div>
        <Segments legend="Who can find it" value={visibility} options={visibilities} onChange={(next) => void change({ visibility: next })} />
        <p className="mt-1.5 text-[13px] text-ink-3">{visibility === 'public' ? 'Everybody here can find and join it.' : 'Only who is invited sees that it exists.'}</p>
      </div>
      <div className="flex flex-col gap-2">
        {archived ? <Button busy={busy} onClick={() => void change({ archived: false }, 'The room is open again.')}>Open the room again</Button>
          : <Button busy={busy} onClick={() => setAsking('archive')}>Archive the room</Button>}
        <Button look="danger" onClick={() => setAsking('delete')}>Delete the room</Button>
        <p className="text-[13px] text-ink-3">To hand the room over, choose its next owner in the list of members.</p>
      </div>
      {asking === 'archive' ? (
        <Confirm title={`Archive ${name}?`} action="Archive" keep="Keep it open" busy={busy} onConfirm={() => void archive()} onClose={() => setAsking(undefined)}>
          <p>Everybody can go on reading; nobody writes, joins or is added. You can open it again at any time.</p>
        </Confirm>
      ) : null}
      {asking === 'delete' ? (
        <Confirm title={`Delete ${name}?`} action="Delete for everybody" keep="Keep it" busy={busy} typed={name} onConfirm={() => void remove()} onClose={() => setAsking(undefined)}>
          <p>The room goes for everybody, with every message, pin and member in it. This cannot be undone. To keep it readable, archive it instead.</p>
        </Confirm>
      ) : null}
    </div>
  );
}
