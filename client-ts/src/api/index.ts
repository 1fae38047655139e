import { AdminCalls } from './admin';
import { AuthCalls } from './auth';
import { BlockCalls } from './blocks';
import { ConversationCalls } from './conversations';
import { DraftCalls } from './drafts';
import { Http, type HttpOptions } from './http';
import { InviteCalls } from './invites';
import { MessageCalls } from './messages';
import { PresenceCalls } from './presence';
import { webLocks, type Exclusive } from './refresh';
import { RoomCalls } from './rooms';
import { SyncCalls } from './sync';
import { UserCalls } from './users';

/** The REST calls, one group a file. */
export interface Api {
  readonly auth: AuthCalls;
  readonly users: UserCalls;
  readonly conversations: ConversationCalls;
  readonly messages: MessageCalls;
  readonly sync: SyncCalls;
  readonly presence: PresenceCalls;
  readonly drafts: DraftCalls;
  readonly rooms: RoomCalls;
  readonly invites: InviteCalls;
  readonly blocks: BlockCalls;
  readonly admin: AdminCalls;
}

export type ApiOptions = Partial<HttpOptions> & { readonly exclusive?: Exclusive };

const timeoutMillis = 20_000;

/** Calls to one origin, by cookies unless a bearer token is given. */
export function createApi({ exclusive = webLocks(), ...options }: ApiOptions = {}): Api {
  // Bound late, so that a page may replace fetch, and because fetch insists on its own object.
  const http = new Http({
    baseUrl: '',
    timeoutMillis,
    fetch: (input, init) => globalThis.fetch(input, init),
    ...options,
  });
  return {
    auth: new AuthCalls(http, exclusive),
    users: new UserCalls(http),
    conversations: new ConversationCalls(http),
    messages: new MessageCalls(http),
    sync: new SyncCalls(http),
    presence: new PresenceCalls(http),
    drafts: new DraftCalls(http),
    rooms: new RoomCalls(http),
    invites: new InviteCalls(http),
    blocks: new BlockCalls(http),
    admin: new AdminCalls(http),
  };
}
