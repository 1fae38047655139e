'use client';

import { useCallback, useRef } from 'react';
import { useClient } from '@/protocol/client-provider';
import { fieldProblem, problemText } from '@/protocol/problem-text';
import { Button } from '@/shared/ui/button';
import { useNotice } from '@/shared/ui/notices';
import { changePassword } from '../api/change-password';
import { textOf, useSubmission } from '@/shared/hooks/use-submission';
import { FormError } from '@/shared/ui/form-error';
import { PasswordField } from './password-field';

/** Sets another password. */
export function PasswordForm() {
  const client = useClient();
  const tell = useNotice();
  const form = useRef<HTMLFormElement>(null);
  const send = useCallback(async (given: FormData) => {
    await changePassword(client, textOf(given, 'current'), textOf(given, 'next'));
    form.current?.reset();
    tell('Your password is changed. Every other device is signed out.');
  }, [client, tell]);
  const { onSubmit, busy, error } = useSubmission(send);
  const wrong = fieldProblem(error, 'next');
  return (
    <form ref={form} onSubmit={onSubmit} className="flex flex-col gap-5">
      <FormError text={error && !wrong ? problemText(error) : undefined} />
      <PasswordField label="Present password" name="current" autoComplete="current-password" />
      <PasswordField label="New password" name="next" autoComplete="new-password" minLength={12} hint="12 characters or more. Other devices are signed out." error={wrong} />
      <Button type="submit" busy={busy}>{busy ? 'Changing…' : 'Change password'}</Button>
    </form>
  );
}
