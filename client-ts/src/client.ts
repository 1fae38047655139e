import type { Api } from './api';
import type { ConnectionState } from './connection/state';
import type { Readable } from './observable';
import type {
  Accepted,
  ConversationId,
  Draft,
  Everyone,
  Limits,
  MessageId,
  Position,
  Rejected,
  User,
  UserId,
} from './protocol';
import type {
  ConversationListSnapshot,
  ConversationSnapshot,
  OnlineMap,
  PresenceMap,
  ThreadSnapshot,
  UserDirectory,
} from './store/snapshot';

/** What a person writes: the rest of a `send` is made here. */
export interface NewMessage {
  readonly conversation: ConversationId;
  readonly body: string;
  readonly replyTo?: Position;
  readonly thread?: Position;
  readonly mentions?: readonly UserId[];
  readonly everyone?: Everyone;
}

/** Who is signed in on this page; `unknown` until the first answer. */
export type Identity =
  { readonly is: 'unknown' } | { readonly is: 'signed-out' } | { readonly is: 'signed-in'; readonly user: User };

/** What a command other than a send came to. */
export type Outcome = Accepted | Rejected;

/**
 * One page's whole conversation with Postrider: REST, socket, state, outbox. Every reading part is a {@link Readable}.
 * Nothing here throws because the network is away: what was sent stays in the outbox until it is answered.
 */
export interface Client {
  readonly api: Api;
  readonly identity: Readable<Identity>;
  readonly connection: Readable<ConnectionState>;
  readonly conversations: Readable<ConversationListSnapshot>;
  readonly users: Readable<UserDirectory>;
  readonly presence: Readable<PresenceMap>;
  /** Who is there in the rooms that are watched. */
  readonly online: Readable<OnlineMap>;
  /** Whom one has blocked. */
  readonly blocks: Readable<ReadonlySet<UserId>>;
  /** One's own unsent drafts, newest known; kept on the server by `api.drafts`. */
  readonly drafts: Readable<ReadonlyMap<ConversationId, Draft>>;
  /** The server's limits, from the newest welcome. */
  readonly limits: Readable<Limits | undefined>;

  /** The same object for the same id, as long as the client lives. */
  conversation(id: ConversationId): Readable<ConversationSnapshot>;

  /** The same object for the same thread. */
  thread(conversation: ConversationId, root: Position): Readable<ThreadSnapshot>;

  /** Asks who is signed in, loads the stored state, connects. Safe to call again. */
  start(): Promise<Identity>;
  /** Closes the socket and keeps state and outbox. */
  stop(): void;
  /** Signs in and starts. Rejects with {@link ProblemError} `bad-credentials`, `rate`, `unavailable`. */
  login(credentials: { username: string; password: string }): Promise<User>;
  /** Makes the account and starts. Rejects with `username-taken`, `invalid`, `registration-closed`. */
  register(account: { username: string; password: string; displayName?: string; invite?: string }): Promise<User>;
  /** Ends the session and forgets everything stored on this device. */
  logout(): Promise<void>;
  /** Tries to connect now instead of after the present delay. */
  reconnect(): void;

  /** Shows the bubble at once and sends as soon as there is a connection. */
  send(message: NewMessage): MessageId;
  /** Tries a failed message again. */
  retry(conversation: ConversationId, id: MessageId): void;
  /** Throws a failed message away. */
  discard(conversation: ConversationId, id: MessageId): void;

  /** These four answer when the server has: `accepted`, or a final `rejected`. They survive a reload unanswered. */
  edit(conversation: ConversationId, position: Position, body: string, mentions?: readonly UserId[]): Promise<Outcome>;
  remove(conversation: ConversationId, position: Position): Promise<Outcome>;
  react(conversation: ConversationId, position: Position, emoji: string, on: boolean): Promise<Outcome>;
  pin(conversation: ConversationId, position: Position, on: boolean): Promise<Outcome>;

  /** Marks as read up to `position` (the newest entry when absent); coalesced; repeated until it came back. */
  markRead(conversation: ConversationId, position?: Position): void;
  /** Everything from `position` on counts as unread again. */
  markUnread(conversation: ConversationId, position: Position): void;
  /** Call at every key stroke; sent at most every three seconds. */
  typing(conversation: ConversationId, thread?: Position): void;
  /** Watches presence and profiles of these people until the returned function is called. */
  watch(users: readonly UserId[]): () => void;

  /** Follows who is there in this room, names and number, until the returned function is called. */
  watchRoom(room: ConversationId): () => void;

  /** Makes sure the newest page is there. Rejects with {@link ProblemError}. */
  open(conversation: ConversationId): Promise<void>;
  /** Loads the page before the first entry shown; nothing happens when there is none or one is under way. */
  loadOlder(conversation: ConversationId): Promise<void>;
  /** Loads the page after the last entry shown, when an older stretch is shown. */
  loadNewer(conversation: ConversationId): Promise<void>;
  /** Shows the stretch around a position (a search hit, a quoted message). */
  showAround(conversation: ConversationId, position: Position): Promise<void>;
  /** Goes back to the newest stretch. */
  showNewest(conversation: ConversationId): Promise<void>;
  /** Makes sure the newest replies of a thread are there, or, with `older`, those before. Rejects with ProblemError. */
  openThread(conversation: ConversationId, root: Position, older?: boolean): Promise<void>;
  /** Asks what a conversation does not tell of its room: visibility and settings. */
  loadRoom(room: ConversationId): Promise<void>;
  /** Conversations older than the newest 200, for a list scrolled to its end; answers whether there are more. */
  loadMoreConversations(): Promise<boolean>;
}
