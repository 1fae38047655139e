'use client';

import { useCallback, useState } from 'react';
import { ConnectionBanner } from '@/features/connection/components/connection-banner';
import { ConversationList } from '@/features/conversation/components/conversation-list';
import { usePlace } from '@/features/conversation/hooks/use-place';
import { PersonSearch } from '@/features/person/components/person-search';
import { SettingsSheet } from '@/features/settings/components/settings-sheet';
import { Thread } from '@/features/thread/components/thread';
import { NothingOpen } from '@/features/thread/components/thread-states';
import { usePageTitle } from '../hooks/use-page-title';
import { ShellHeader } from './shell-header';

/** Conversations beside the open thread; on phones one or the other. */
export function ChatShell() {
  const { open, go } = usePlace();
  const [settings, setSettings] = useState(false);
  const [query, setQuery] = useState('');
  usePageTitle(open);
  const start = useCallback((id: string) => {
    setQuery('');
    go(id);
  }, [go]);
  const back = useCallback(() => go(undefined), [go]);
  return (
    <div className="flex h-dvh flex-col overflow-hidden bg-paper">
      <ConnectionBanner />
      <main className="flex min-h-0 flex-1">
        <section
          aria-label="Conversations and people"
          className={`min-h-0 w-full flex-col border-line bg-sheet wide:flex wide:w-84 wide:shrink-0 wide:border-r xl:w-96 ${open ? 'hidden' : 'flex'}`}
        >
          <ShellHeader heads={!open} onSettings={() => setSettings(true)} />
          <PersonSearch query={query} onQuery={setQuery} onChoose={start} />
          {query.trim() === '' ? <ConversationList open={open} onOpen={start} /> : null}
        </section>
        <div className={`min-h-0 min-w-0 flex-1 wide:flex ${open ? 'flex' : 'hidden'}`}>
          {open ? <Thread key={open} id={open} onBack={back} /> : <NothingOpen />}
        </div>
      </main>
      {settings ? <SettingsSheet onClose={() => setSettings(false)} /> : null}
    </div>
  );
}
