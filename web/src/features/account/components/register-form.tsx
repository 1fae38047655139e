'use client';

import { ProblemError } from '@postrider/client';
import Link from 'next/link';
import { useCallback, useState, useSyncExternalStore } from 'react';
import { useClient } from '@/protocol/client-provider';
import { fieldProblem, problemText } from '@/protocol/problem-text';
import { Button } from '@/shared/ui/button';
import { Field } from '@/shared/ui/field';
import { register } from '../api/register';
import { textOf, useSubmission } from '@/shared/hooks/use-submission';
import { FormError } from '@/shared/ui/form-error';
import { PasswordField } from './password-field';

const usernamePattern = '[a-zA-Z0-9][a-zA-Z0-9._\\-]{2,29}';

function invitedBy(): string {
  return new URLSearchParams(window.location.search).get('invite') ?? '';
}

const never = () => () => undefined;

function isClosed(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'registration-closed';
}

function whyClosed(attempted: boolean): string {
  if (!attempted) return 'New accounts need an invitation here. Ask an administrator for one.';
  return 'This invitation does not fit, is used up or over, or no accounts are made here. Ask an administrator.';
}

function isTaken(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'username-taken';
}

/** Makes an account and signs in. Where that takes an invitation, its code comes with the address `?invite=…` or is typed. */
export function RegisterForm() {
  const client = useClient();
  const [attempted, setAttempted] = useState(false);
  const invited = useSyncExternalStore(never, invitedBy, () => '');
  const send = useCallback((form: FormData) => {
    const invite = textOf(form, 'invite').trim();
    setAttempted(invite !== '');
    const displayName = textOf(form, 'displayName').trim();
    return register(client, {
      username: textOf(form, 'username').trim().toLowerCase(),
      password: textOf(form, 'password'),
      ...(displayName && { displayName }),
      ...(invite && { invite }),
    });
  }, [client]);
  const { onSubmit, busy, error } = useSubmission(send);
  const wrong = (field: string) => fieldProblem(error, field);
  const username = wrong('username') ?? (isTaken(error) ? problemText(error) : undefined);
  const closed = isClosed(error);
  const told = username ?? wrong('displayName') ?? wrong('password') ?? wrong('invite');
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-5" aria-labelledby="register-title">
      <div>
        <h1 id="register-title" className="text-2xl font-semibold tracking-tight">Create an account</h1>
        <p className="mt-1 text-ink-2">A name, a password, and off you ride.</p>
      </div>
      <FormError text={error && !told ? (closed ? whyClosed(attempted) : problemText(error)) : undefined} />
      <Field
        label="Username" name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} required
        minLength={3} maxLength={30} pattern={usernamePattern} error={username}
        hint="3 to 30 letters, digits, dots, dashes. It never changes."
      />
      <Field label="Name shown to others" name="displayName" autoComplete="name" maxLength={64} error={wrong('displayName')} hint="Optional; you can change it any time." />
      <PasswordField label="Password" autoComplete="new-password" minLength={12} error={wrong('password')} hint="12 characters or more." />
      {invited || closed || wrong('invite') ? (
        <Field key={invited} label="Invitation code" name="invite" defaultValue={invited} autoComplete="off" autoCapitalize="none" spellCheck={false} error={wrong('invite')} hint="From an administrator." />
      ) : null}
      <Button type="submit" look="primary" busy={busy} className="h-11">{busy ? 'Creating…' : 'Create account'}</Button>
      <p className="text-sm text-ink-2">
        Have one already?{' '}
        <Link href="/login" className="font-medium text-pine-text underline underline-offset-4">Sign in</Link>
      </p>
    </form>
  );
}
