import type { ConnectionState } from '../connection/state';
import { Cell, type Readable } from '../observable';
import type { ConversationId, Draft, Limits } from '../protocol';
import type { ConversationListSnapshot, ConversationSnapshot, PresenceMap, UserDirectory } from '../store/snapshot';
import { emptyConversation } from '../store/view';
import { Relay } from './relay';
import type { Session } from './session';

/** What a page reads, whoever is signed in: the same objects before, during and after a session. */
export class Views {
  readonly connection = new Relay<ConnectionState>(new Cell<ConnectionState>({ is: 'idle' }));
  readonly conversations = new Relay<ConversationListSnapshot>(new Cell({ conversations: [], loaded: false }));
  readonly users = new Relay<UserDirectory>(new Cell(new Map()));
  readonly presence = new Relay<PresenceMap>(new Cell(new Map()));
  readonly drafts = new Relay<ReadonlyMap<ConversationId, Draft>>(new Cell(new Map()));
  readonly limits = new Relay<Limits | undefined>(new Cell<Limits | undefined>(undefined));
  readonly #conversations = new Map<ConversationId, Relay<ConversationSnapshot>>();
  #session: Session | undefined;

  conversation(id: ConversationId): Readable<ConversationSnapshot> {
    let relay = this.#conversations.get(id);
    if (!relay) {
      relay = new Relay(this.#session?.store.conversation(id) ?? new Cell(emptyConversation(id)));
      this.#conversations.set(id, relay);
    }
    return relay;
  }

  /** From now on everything read is this session's; what is shown of the one before stays until then. */
  follow(session: Session): void {
    this.#session = session;
    const { store, connection, limits } = session;
    this.connection.follow(connection.state);
    this.conversations.follow(store.list);
    this.users.follow(store.people.users);
    this.presence.follow(store.people.presence);
    this.drafts.follow(store.drafts);
    this.limits.follow(limits);
    for (const [id, relay] of this.#conversations) relay.follow(store.conversation(id));
  }

  /** Nobody is signed in: nothing of anybody is shown. The connection's last state stays, to say why. */
  clear(): void {
    this.#session = undefined;
    this.conversations.follow(new Cell({ conversations: [], loaded: false }));
    this.users.follow(new Cell(new Map()));
    this.presence.follow(new Cell(new Map()));
    this.drafts.follow(new Cell(new Map()));
    for (const [id, relay] of this.#conversations) relay.follow(new Cell(emptyConversation(id)));
  }
}
