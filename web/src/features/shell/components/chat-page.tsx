'use client';

import { AccountGate } from '@/features/account/components/account-gate';
import { DraftsProvider } from '@/features/composer/hooks/drafts';
import { ChatShell } from './chat-shell';

/** The whole of what a signed-in person sees. `/` and `/c/<id>` are this one page. */
export function ChatPage() {
  return (
    <AccountGate>
      <DraftsProvider>
        <ChatShell />
      </DraftsProvider>
    </AccountGate>
  );
}
