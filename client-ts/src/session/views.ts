import type { ConnectionState } from '../connection/state';
import { Cell, type Readable } from '../observable';
import type { ConversationId, Draft, Limits, Position, UserId } from '../protocol';
import type {
  ConversationListSnapshot,
  ConversationSnapshot,
  OnlineMap,
  PresenceMap,
  ThreadSnapshot,
  UserDirectory,
} from '../store/snapshot';
import { emptyConversation } from '../store/view';
import { Relay } from './relay';
import type { Session } from './session';

interface ThreadRelay {
  readonly id: ConversationId;
  readonly root: Position;
  readonly relay: Relay<ThreadSnapshot>;
}

const emptyThread: ThreadSnapshot = { replies: [], pending: [], loaded: false, hasOlder: false, typing: [] };

/** What a page reads, whoever is signed in: the same objects before, during and after a session. */
export class Views {
  readonly connection = new Relay<ConnectionState>(new Cell<ConnectionState>({ is: 'idle' }));
  readonly conversations = new Relay<ConversationListSnapshot>(new Cell({ conversations: [], loaded: false }));
  readonly users = new Relay<UserDirectory>(new Cell(new Map()));
  readonly presence = new Relay<PresenceMap>(new Cell(new Map()));
  readonly drafts = new Relay<ReadonlyMap<ConversationId, Draft>>(new Cell(new Map()));
  readonly limits = new Relay<Limits | undefined>(new Cell<Limits | undefined>(undefined));
  readonly online = new Relay<OnlineMap>(new Cell(new Map()));
  readonly blocks = new Relay<ReadonlySet<UserId>>(new Cell(new Set()));
  readonly #threads = new Map<string, ThreadRelay>();
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

  thread(id: ConversationId, root: Position): Readable<ThreadSnapshot> {
    const key = `${id}/${root}`;
    let held = this.#threads.get(key);
    if (!held) {
      const source = this.#session?.store.thread(id, root) ?? new Cell(emptyThread);
      held = { id, root, relay: new Relay(source) };
      this.#threads.set(key, held);
    }
    return held.relay;
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
    this.online.follow(store.people.online);
    this.blocks.follow(store.own.blockedNow);
    this.limits.follow(limits);
    for (const [id, relay] of this.#conversations) relay.follow(store.conversation(id));
    for (const { id, root, relay } of this.#threads.values()) relay.follow(store.thread(id, root));
  }

  /** Nobody is signed in: nothing of anybody is shown. The connection's last state stays, to say why. */
  clear(): void {
    this.#session = undefined;
    this.conversations.follow(new Cell({ conversations: [], loaded: false }));
    this.users.follow(new Cell(new Map()));
    this.presence.follow(new Cell(new Map()));
    this.drafts.follow(new Cell(new Map()));
    this.online.follow(new Cell(new Map()));
    this.blocks.follow(new Cell(new Set()));
    for (const { relay } of this.#threads.values()) relay.follow(new Cell(emptyThread));
    for (const [id, relay] of this.#conversations) relay.follow(new Cell(emptyConversation(id)));
  }
}
