'use client';

import { ProblemError } from '@postrider/client';
import Link from 'next/link';
import { useCallback } from 'react';
import { useClient } from '@/protocol/client-provider';
import { fieldProblem, problemText } from '@/protocol/problem-text';
import { Button } from '@/shared/ui/button';
import { Field } from '@/shared/ui/field';
import { register } from '../api/register';
import { textOf, useSubmission } from '../hooks/use-submission';
import { FormError } from './form-error';
import { PasswordField } from './password-field';

const usernamePattern = '[a-zA-Z0-9][a-zA-Z0-9._\\-]{2,29}';

function isTaken(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'username-taken';
}

/** Makes an account and signs in. */
export function RegisterForm() {
  const client = useClient();
  const send = useCallback((form: FormData) => {
    const displayName = textOf(form, 'displayName').trim();
    return register(client, {
      username: textOf(form, 'username').trim().toLowerCase(),
      password: textOf(form, 'password'),
      ...(displayName && { displayName }),
    });
  }, [client]);
  const { onSubmit, busy, error } = useSubmission(send);
  const wrong = (field: string) => fieldProblem(error, field);
  const username = wrong('username') ?? (isTaken(error) ? problemText(error) : undefined);
  const told = username ?? wrong('displayName') ?? wrong('password');
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-5" aria-labelledby="register-title">
      <div>
        <h1 id="register-title" className="text-2xl font-semibold tracking-tight">Create an account</h1>
        <p className="mt-1 text-ink-2">A name, a password, and off you ride.</p>
      </div>
      <FormError text={error && !told ? problemText(error) : undefined} />
      <Field
        label="Username" name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} required
        minLength={3} maxLength={30} pattern={usernamePattern} error={username}
        hint="3 to 30 letters, digits, dots, dashes. It never changes."
      />
      <Field label="Name shown to others" name="displayName" autoComplete="name" maxLength={64} error={wrong('displayName')} hint="Optional; you can change it any time." />
      <PasswordField label="Password" autoComplete="new-password" minLength={12} error={wrong('password')} hint="12 characters or more." />
      <Button type="submit" look="primary" busy={busy} className="h-11">{busy ? 'Creating…' : 'Create account'}</Button>
      <p className="text-sm text-ink-2">
        Have one already?{' '}
        <Link href="/login" className="font-medium text-pine-text underline underline-offset-4">Sign in</Link>
      </p>
    </form>
  );
}
