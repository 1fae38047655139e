'use client';

import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { ProfileForm } from '@/features/account/components/profile-form';
import { PasswordForm } from '@/features/account/components/password-form';
import { SessionList } from '@/features/account/components/session-list';
import { BlockList } from '@/features/person/components/block-list';
import { useClient } from '@/protocol/client-provider';
import { Button } from '@/shared/ui/button';
import { Dialog } from '@/shared/ui/dialog';
import { useNotice } from '@/shared/ui/notices';
import { problemText } from '@/protocol/problem-text';
import { Keys } from './keys';
import { Section } from '@/shared/ui/section';
import { ThemeChoice } from './theme-choice';

/** Everything about oneself and this page. */
export function SettingsSheet({ onClose }: { readonly onClose: () => void }) {
  const client = useClient();
  const tell = useNotice();
  const [leaving, setLeaving] = useState(false);
  const leave = () => {
    setLeaving(true);
    client.logout().catch((error: unknown) => {
      setLeaving(false);
      tell(problemText(error));
    });
  };
  return (
    <Dialog title="Profile and settings" form="sheet" onClose={onClose}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reachable by keyboard */}
      <div tabIndex={0} role="region" aria-label="Settings" className="quiet-scroll min-h-0 flex-1 divide-y divide-line overflow-y-auto px-5 outline-offset-[-2px]">
        <Section title="Profile"><ProfileForm /></Section>
        <Section title="Appearance"><ThemeChoice /></Section>
        <Section title="Blocked people"><BlockList /></Section>
        <Section title="Where you are signed in"><SessionList /></Section>
        <Section title="Password"><PasswordForm /></Section>
        <Section title="Keys"><Keys /></Section>
      </div>
      <footer className="safe-bottom border-t border-line px-5 pt-3">
        <Button busy={leaving} onClick={leave} className="w-full"><LogOut className="size-4" aria-hidden />{leaving ? 'Signing out…' : 'Sign out'}</Button>
      </footer>
    </Dialog>
  );
}
