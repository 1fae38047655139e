'use client';

import { useCallback, useState, type SubmitEvent } from 'react';

export type Submission = { readonly is: 'idle' } | { readonly is: 'under-way' } | { readonly is: 'failed'; readonly error: unknown };

/** One form's way to the server: never twice at once, an error stays until the next try. */
export function useSubmission(send: (form: FormData) => Promise<void>) {
  const [submission, setSubmission] = useState<Submission>({ is: 'idle' });
  const onSubmit = useCallback((event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (submission.is === 'under-way') return;
    const form = new FormData(event.currentTarget);
    setSubmission({ is: 'under-way' });
    send(form).then(
      () => setSubmission({ is: 'idle' }),
      (error: unknown) => setSubmission({ is: 'failed', error }),
    );
  }, [send, submission.is]);
  return { submission, onSubmit, busy: submission.is === 'under-way', error: submission.is === 'failed' ? submission.error : undefined };
}

/** A text field's value, empty where there is none. */
export function textOf(form: FormData, field: string): string {
  const value = form.get(field);
  return typeof value === 'string' ? value : '';
}
