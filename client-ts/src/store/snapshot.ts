import type {
  ConversationId,
  ConversationKind,
  EntryReaction,
  Everyone,
  Instant,
  MessageId,
  Mine,
  Position,
  PresenceState,
  RejectCode,
  Role,
  Room,
  Settings,
  SystemLine,
  User,
  UserId,
} from '../protocol';

/** How far one's own message has come. `delivered` and `read` speak of the other person of a direct conversation. */
export type Delivery = 'sent' | 'delivered' | 'read';

/** A message that stands in the log, in its present state. */
export interface MessageEntry {
  readonly kind: 'message';
  /** The same while pending and after: what a list is keyed by. */
  readonly key: string;
  readonly id: MessageId;
  readonly conversation: ConversationId;
  readonly position: Position;
  readonly from: UserId;
  readonly at: Instant;
  readonly own: boolean;
  /** Only of one's own messages. */
  readonly delivery?: Delivery;
  /** Absent once deleted. */
  readonly body?: string;
  readonly replyTo?: Position;
  readonly thread?: Position;
  readonly mentions: readonly UserId[];
  readonly everyone?: Everyone;
  readonly edited?: { readonly at: Instant; readonly count: number };
  readonly deleted?: { readonly at: Instant; readonly by: UserId };
  readonly pinned?: { readonly at: Instant; readonly by: UserId };
  readonly reactions: readonly EntryReaction[];
  readonly replies?: { readonly count: number; readonly lastPosition: Position; readonly lastAt: Instant };
  /** Of feeds. */
  readonly feed?: { readonly key?: string; readonly value?: number; readonly data?: Readonly<Record<string, unknown>> };
}

/** A line about the conversation itself: somebody came or went, a role or the room changed. */
export interface SystemEntry {
  readonly kind: 'system';
  readonly key: string;
  readonly position: Position;
  readonly line: SystemLine;
}

/** What a thread shows. */
export type Entry = MessageEntry | SystemEntry;

/** One's own message not yet known to stand in the log. It disappears only when sent, or discarded by hand. */
export interface PendingEntry {
  readonly kind: 'pending';
  readonly key: string;
  readonly id: MessageId;
  readonly conversation: ConversationId;
  readonly body: string;
  readonly from: UserId;
  /** By this device's clock; for showing only. */
  readonly at: Instant;
  readonly replyTo?: Position;
  readonly thread?: Position;
  readonly mentions: readonly UserId[];
  /** `failed` only after a final `rejected`; then `code` says why. */
  readonly state: 'pending' | 'failed';
  readonly code?: RejectCode;
}

export interface Typist {
  readonly user: UserId;
  readonly thread?: Position;
}

/** Immutable. Parts that did not change are the same objects as in the snapshot before. */
export interface ConversationSnapshot {
  readonly id: ConversationId;
  readonly kind: ConversationKind;
  readonly name: string;
  readonly topic?: string;
  /** These three of rooms, once an entry of its first page or the room itself told them. */
  readonly archived?: boolean;
  readonly visibility?: Room['visibility'];
  readonly settings?: Settings;
  /** One has left, or was sent away, while this page was open. */
  readonly left?: true;
  /** False until history or an event told about it: then `name` and counts mean nothing yet. */
  readonly known: boolean;
  /** The unbroken run of entries now shown, rising by position. */
  readonly entries: readonly Entry[];
  /** In the order of sending; shown below the entries when `atNewest`. */
  readonly pending: readonly PendingEntry[];
  /** Older entries exist, or may exist, before the first one. */
  readonly hasOlder: boolean;
  /** False while an older stretch is shown (after `showAround`). */
  readonly atNewest: boolean;
  /** False until a first page or sync brought the newest stretch. */
  readonly loaded: boolean;
  /** The newest message; a system line only where no message is known. */
  readonly last?: Entry;
  /** Exact to 999; 1000 means more. */
  readonly unread: number;
  readonly mentions: number;
  readonly readPosition: Position;
  readonly firstUnread?: Position;
  readonly memberCount?: number;
  /** Everybody in direct conversations and rooms of up to ten, else those heard of. Look names up in `Store.users`. */
  readonly members: readonly { readonly user: UserId; readonly role?: Role }[];
  readonly role?: Role;
  readonly mine: Mine;
  /** How far others have read and been reached, as far as known. */
  readonly marks: ReadonlyMap<UserId, { readonly read: Position; readonly delivered: Position }>;
  readonly typing: readonly Typist[];
}

/** One thread: the replies under a root, rising by position. */
export interface ThreadSnapshot {
  /** Absent while it is not known. */
  readonly root?: MessageEntry;
  readonly replies: readonly MessageEntry[];
  readonly pending: readonly PendingEntry[];
  /** False until its newest page is there. */
  readonly loaded: boolean;
  readonly hasOlder: boolean;
  readonly typing: readonly Typist[];
}

/** The list beside the thread: newest activity first, hidden and left ones not in it. */
export interface ConversationListSnapshot {
  readonly conversations: readonly ConversationListItem[];
  /** The first sync has been answered or a stored state was loaded. */
  readonly loaded: boolean;
}

export interface ConversationListItem extends Pick<
  ConversationSnapshot,
  | 'id'
  | 'kind'
  | 'name'
  | 'topic'
  | 'archived'
  | 'visibility'
  | 'last'
  | 'unread'
  | 'mentions'
  | 'memberCount'
  | 'members'
  | 'role'
  | 'mine'
  | 'typing'
> {
  readonly pending: number;
  readonly failed: number;
}

export type UserDirectory = ReadonlyMap<UserId, User>;
/** Who is there in the rooms that are watched: the number is exact, of the people at most the first 200 are named. */
export type OnlineMap = ReadonlyMap<ConversationId, { readonly total: number; readonly users: readonly UserId[] }>;
export type PresenceMap = ReadonlyMap<UserId, PresenceState>;
