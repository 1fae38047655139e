'use client';

import Link from 'next/link';
import { useCallback } from 'react';
import { useClient } from '@/protocol/client-provider';
import { problemText } from '@/protocol/problem-text';
import { Button } from '@/shared/ui/button';
import { Field } from '@/shared/ui/field';
import { signIn } from '../api/sign-in';
import { textOf, useSubmission } from '@/shared/hooks/use-submission';
import { FormError } from '@/shared/ui/form-error';
import { PasswordField } from './password-field';

/** Signs in; what comes after is up to whoever shows it. */
export function LoginForm({ notice }: { readonly notice?: string }) {
  const client = useClient();
  const send = useCallback(
    (form: FormData) => signIn(client, { username: textOf(form, 'username'), password: textOf(form, 'password') }),
    [client],
  );
  const { onSubmit, busy, error } = useSubmission(send);
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-5" aria-labelledby="login-title">
      <div>
        <h1 id="login-title" className="text-2xl font-semibold tracking-tight">Sign in</h1>
        <p className="mt-1 text-ink-2">{notice ?? 'Good to see you again.'}</p>
      </div>
      <FormError text={error ? problemText(error) : undefined} />
      <Field label="Username" name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} required maxLength={30} />
      <PasswordField label="Password" autoComplete="current-password" />
      <Button type="submit" look="primary" busy={busy} className="h-11">{busy ? 'Signing in…' : 'Sign in'}</Button>
      <div className="flex flex-col gap-2 text-sm text-ink-2">
        <p><Link href="/reset" className="font-medium text-pine-text underline underline-offset-4">Forgotten your password?</Link></p>
        <p>
          New here?{' '}
          <Link href="/register" className="font-medium text-pine-text underline underline-offset-4">Create an account</Link>
        </p>
      </div>
    </form>
  );
}
