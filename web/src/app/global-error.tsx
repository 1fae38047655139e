'use client';

import { Dead } from '@/shared/ui/dead';
import './globals.css';

/** The last resort: even the frame of the page failed. */
export default function GlobalError({ reset }: { readonly error: Error; readonly reset: () => void }) {
  return (
    <html lang="en">
      <body className="font-sans">
        <Dead title="This page stumbled" text="Your messages are safe, unsent ones too." again={reset} />
      </body>
    </html>
  );
}
