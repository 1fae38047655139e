'use client';

import type { PendingEntry } from '@postrider/client';
import { useClient } from '@/protocol/client-provider';
import { rejectText } from '@/protocol/problem-text';

/** Why a message was refused, and what to do about it. */
export function FailedLine({ entry }: { readonly entry: PendingEntry }) {
  const client = useClient();
  const action = 'min-h-8 rounded px-1.5 font-semibold underline underline-offset-3';
  return (
    <p role="alert" className="mt-1 flex flex-wrap items-center justify-end gap-x-1 px-1 text-right text-[13px] text-seal">
      <span>Not sent: {rejectText(entry.code)}.</span>
      <span className="whitespace-nowrap">
      <button type="button" className={action} onClick={() => client.retry(entry.conversation, entry.id)}>Try again</button>
      <button type="button" className={action} onClick={() => client.discard(entry.conversation, entry.id)}>Discard</button>
      </span>
    </p>
  );
}
