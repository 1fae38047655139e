'use client';

import { ProblemError } from '@postrider/client';
import Link from 'next/link';
import { useCallback } from 'react';
import { useClient } from '@/protocol/client-provider';
import { fieldProblem, problemText } from '@/protocol/problem-text';
import { textOf, useSubmission } from '@/shared/hooks/use-submission';
import { Button } from '@/shared/ui/button';
import { Field } from '@/shared/ui/field';
import { FormError } from '@/shared/ui/form-error';
import { resetPassword } from '../api/reset-password';
import { PasswordField } from './password-field';

/** Sets another password with a one-time code. */
export function ResetForm() {
  const client = useClient();
  const send = useCallback(
    (form: FormData) => resetPassword(client, { username: textOf(form, 'username'), code: textOf(form, 'code'), next: textOf(form, 'next') }),
    [client],
  );
  const { onSubmit, busy, error } = useSubmission(send);
  const wrong = fieldProblem(error, 'next');
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-5" aria-labelledby="reset-title">
      <div>
        <h1 id="reset-title" className="text-2xl font-semibold tracking-tight">Set a new password</h1>
        <p className="mt-1 text-ink-2">Ask an administrator of this installation for a one-time code; it works once and for a short time.</p>
      </div>
      <FormError text={error && !wrong ? why(error) : undefined} />
      <Field label="Username" name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} required maxLength={30} />
      <Field label="One-time code" name="code" autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} required maxLength={64} />
      <PasswordField label="New password" name="next" autoComplete="new-password" minLength={12} hint="12 characters or more." error={wrong} />
      <Button type="submit" look="primary" busy={busy} className="h-11">{busy ? 'Setting…' : 'Set password and sign in'}</Button>
      <p className="text-sm text-ink-2">
        Remembered it?{' '}
        <Link href="/login" className="font-medium text-pine-text underline underline-offset-4">Sign in</Link>
      </p>
    </form>
  );
}

function why(error: unknown): string {
  const refused = error instanceof ProblemError && (error.code === 'bad-credentials' || error.code === 'not-found' || error.code === 'forbidden');
  return refused ? 'That username and code do not fit together, or the code is used up or over.' : problemText(error);
}
