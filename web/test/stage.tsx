import { createClient, directConversation, type Client, type User } from '@postrider/client';
import { FakeServer, type FakeDevice } from '@postrider/client/testing';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { VirtuosoMockContext } from 'react-virtuoso';
import { DraftsProvider } from '@/features/composer/hooks/drafts';
import { ClientProvider } from '@/protocol/client-provider';
import { Notices } from '@/shared/ui/notices';

const room = { viewportHeight: 4_000, itemHeight: 60 };

/** Wren and Moss on a fake server, Wren before the page. */
export class Stage {
  readonly server = new FakeServer();
  readonly wren: User = this.person('wren', 'Wren Halloway');
  readonly moss: User = this.person('moss', 'Moss Okonjo');
  readonly conversation = directConversation(this.wren.id, this.moss.id);
  readonly device: FakeDevice;
  readonly client: Client;

  constructor({ signedIn = true }: { signedIn?: boolean } = {}) {
    this.device = this.server.device(signedIn ? this.wren : undefined);
    this.client = createClient(this.device.ports);
  }

  person(username: string, displayName: string): User {
    return Object.assign(this.server.user(username), { displayName });
  }

  /** Moss writes. */
  hears(body: string): number {
    const id = `019a9f00-0000-7000-8000-${String(this.server.log.end).padStart(12, '0')}`;
    return this.server.chat.happen({ type: 'message', conversation: this.conversation, from: this.moss.id, id, body }).position;
  }

  show(children: ReactNode) {
    return render(
      <ClientProvider client={this.client}>
        <Notices>
          <VirtuosoMockContext value={room}>
            <DraftsProvider>{children}</DraftsProvider>
          </VirtuosoMockContext>
        </Notices>
      </ClientProvider>,
    );
  }
}
