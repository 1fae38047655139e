'use client';

import { useState } from 'react';
import { Field } from '@/shared/ui/field';

interface Props {
  readonly label: string;
  readonly name?: string;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly minLength?: number;
  readonly hint?: string;
  readonly error?: string | undefined;
}

/** A password, which one may look at while typing. */
export function PasswordField({ label, name = 'password', hint, ...rest }: Props) {
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <Field {...rest} label={label} name={name} type={shown ? 'text' : 'password'} hint={hint} required maxLength={256} spellCheck={false} autoCapitalize="none" />
      <button
        type="button"
        aria-pressed={shown}
        aria-label={`Show ${label.toLowerCase()}`}
        onClick={() => setShown(!shown)}
        className="absolute top-0 right-0 rounded text-[13px] font-medium text-pine-text"
      >
        {shown ? 'Hide' : 'Show'}
      </button>
    </div>
  );
}
