'use client';

import { Dead } from '@/shared/ui/dead';

/** What is shown when a part of the page fails; nothing sent is lost by it, the outbox stands on the device. */
export default function ErrorPage({ reset }: { readonly error: Error; readonly reset: () => void }) {
  return (
    <Dead
      title="This page stumbled"
      text="Something in the page failed. Your messages are safe, unsent ones too."
      again={reset}
    />
  );
}
