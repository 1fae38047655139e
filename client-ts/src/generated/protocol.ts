// Generated from the contracts module by `./dev gen`; do not edit.

/** a ULID */
export type UserId = string;
/** dm:<UserId>:<UserId>, room:<ULID>, feed:<name>, feed:<name>:<UserId> or me:<UserId> */
export type ConversationId = string;
/** a UUID of version 7, canonical lower case, made by the client */
export type MessageId = string;
/** a message id, or the id a feed's producer chose */
export type EventId = string;
/** rises along one conversation; comparable within it only; not gap-free */
export type Position = number;
/** a position, or −1 for before the first */
export type Mark = number;
/** ISO-8601 UTC with milliseconds */
export type Instant = string;
/** 1–8,000 code points and at most 32,000 bytes of UTF-8, not white space only */
export type Body = string;
/** one emoji grapheme, at most 32 bytes */
export type Emoji = string;
/** lower case, never changes */
export type Username = string;
/** opaque */
export type Cursor = string;
/** zero or more */
export type Count = number;
/** milliseconds */
export type Millis = number;
/** seconds */
export type Seconds = number;

/** Deletes one's own message for everybody, for ever; admins may delete any in their room. */
export interface ClientDelete {
  type: 'delete';
  id: MessageId;
  conversation: ConversationId;
  /** The message to delete. */
  position: Position;
  again?: boolean;
}

/** Everything up to the position has reached a device. */
export interface ClientDelivered {
  type: 'delivered';
  conversation: ConversationId;
  position: Mark;
}

/** Gives one's own message another text. */
export interface ClientEdit {
  type: 'edit';
  id: MessageId;
  conversation: ConversationId;
  /** The message to edit. */
  position: Position;
  body: Body;
  mentions?: UserId[];
  again?: boolean;
}

/** Pins or unpins a message. */
export interface ClientPin {
  type: 'pin';
  id: MessageId;
  conversation: ConversationId;
  /** The message pinned. */
  position: Position;
  on: boolean;
  again?: boolean;
}

/** Answered by pong with the same nonce. */
export interface ClientPing {
  type: 'ping';
  nonce: string;
}

/** Sets or takes back one's own reaction. */
export interface ClientReact {
  type: 'react';
  id: MessageId;
  conversation: ConversationId;
  /** The message reacted to. */
  position: Position;
  emoji: Emoji;
  on: boolean;
  again?: boolean;
}

/** Everything up to the position has been read. */
export interface ClientRead {
  type: 'read';
  conversation: ConversationId;
  position: Mark;
  /** True moves the mark back: mark unread. */
  back?: boolean;
}

/** The socket goes on with the token that the ticket stands for. */
export interface ClientRenew {
  type: 'renew';
  ticket: string;
}

/** A message to a conversation. */
export interface ClientSend {
  type: 'send';
  id: MessageId;
  conversation: ConversationId;
  body: Body;
  /** The position quoted. */
  replyTo?: Position;
  /** The position of the thread's root. */
  thread?: Position;
  mentions?: UserId[];
  everyone?: 'members' | 'online';
  /** True on every repeat of an id that was not answered. */
  again?: boolean;
}

/** Somebody is writing; best effort. */
export interface ClientTyping {
  type: 'typing';
  conversation: ConversationId;
  thread?: Position;
}

/** Whose presence, which rooms and which feeds to follow; each list given replaces the one before. */
export interface ClientWatch {
  type: 'watch';
  users?: UserId[];
  rooms?: ConversationId[];
  feeds?: ConversationId[];
}

/** A conversation as one of its members sees it. */
export interface Conversation {
  id: ConversationId;
  kind: 'dm' | 'room' | 'feed';
  name: string;
  topic?: string;
  /** The newest entry. */
  last?: Entry;
  /** Exact to 999; 1000 means more. */
  unread: Count;
  mentions: Count;
  readPosition: Mark;
  firstUnread?: Position;
  memberCount?: Count;
  /** In direct conversations and rooms of at most ten. */
  members?: User[];
  role?: 'reader' | 'member' | 'admin' | 'owner';
  mine: SettingsMine;
  /** How far each member has got; where marks of others are told. */
  marks?: Marks[];
}

/** A message not sent yet; private, kept 30 days, never in the log. */
export interface Draft {
  conversation?: ConversationId;
  body: Body;
  replyTo?: Position;
  thread?: Position;
  at: Instant;
}

/** When and by whom a message was deleted. */
export interface EntryDeletedMark {
  at: Instant;
  by: UserId;
}

/** When a message was last edited, and how often. */
export interface EntryEditedMark {
  at: Instant;
  count: Count;
}

/** A system line: people became members. */
export interface EntryJoined {
  type: 'joined';
  conversation: ConversationId;
  position: Position;
  from: UserId;
  users: UserId[];
  role: 'reader' | 'member' | 'admin' | 'owner';
  at: Instant;
}

/** A system line: somebody is no member any more. */
export interface EntryLeft {
  type: 'left';
  conversation: ConversationId;
  position: Position;
  from: UserId;
  user: UserId;
  at: Instant;
  reason: 'left' | 'removed' | 'banned' | 'deactivated';
}

/** A message in its present state. */
export interface EntryMessage {
  type: 'message';
  conversation: ConversationId;
  position: Position;
  id: EventId;
  from: string;
  /** Absent once deleted. */
  body?: Body;
  at: Instant;
  replyTo?: Position;
  thread?: Position;
  mentions?: UserId[];
  everyone?: 'members' | 'online';
  key?: string;
  value?: number;
  data?: Record<string, unknown>;
  edited?: EntryEditedMark;
  deleted?: EntryDeletedMark;
  reactions?: EntryReaction[];
  replies?: EntryReplies;
  pinned?: EntryPinnedMark;
}

/** When and by whom a message was pinned. */
export interface EntryPinnedMark {
  at: Instant;
  by: UserId;
}

/** One emoji under a message; users are the first ten. */
export interface EntryReaction {
  emoji: Emoji;
  count: Count;
  mine: boolean;
  users: UserId[];
}

/** The thread under a root. */
export interface EntryReplies {
  count: Count;
  lastPosition: Position;
  lastAt: Instant;
}

/** A system line: somebody's role changed. */
export interface EntryRole {
  type: 'role';
  conversation: ConversationId;
  position: Position;
  from: UserId;
  user: UserId;
  at: Instant;
  role: 'reader' | 'member' | 'admin' | 'owner';
}

/** A system line: something about the room changed. */
export interface EntryRoom {
  type: 'room';
  conversation: ConversationId;
  position: Position;
  from: UserId;
  at: Instant;
  changed: RoomChange;
}

/** One blocked somebody, or not any more; stands in one's own stream. */
export interface EventBlocked {
  type: 'blocked';
  conversation: ConversationId;
  position: Position;
  at: Instant;
  user: UserId;
  on: boolean;
}

/** A message was deleted for everybody; wins for ever. */
export interface EventDeleted {
  type: 'deleted';
  conversation: ConversationId;
  position: Position;
  id: EventId;
  /** The message deleted. */
  target: Position;
  from: UserId;
  at: Instant;
}

/** Everything up to a position has reached one of somebody's devices. */
export interface EventDelivered {
  type: 'delivered';
  conversation: ConversationId;
  position: Position;
  from: UserId;
  upTo: Mark;
  at: Instant;
}

/** A message's text was replaced. */
export interface EventEdited {
  type: 'edited';
  conversation: ConversationId;
  position: Position;
  id: EventId;
  /** The message edited. */
  target: Position;
  from: UserId;
  at: Instant;
  body: Body;
  mentions?: UserId[];
}

/** People became members. */
export interface EventJoined {
  type: 'joined';
  conversation: ConversationId;
  position: Position;
  from: UserId;
  users: UserId[];
  role: 'reader' | 'member' | 'admin' | 'owner';
  at: Instant;
  /** The room's change number: registers take the highest, a repeat is dead. */
  change?: Count;
}

/** Somebody is no member any more. */
export interface EventLeft {
  type: 'left';
  conversation: ConversationId;
  position: Position;
  from: UserId;
  user: UserId;
  at: Instant;
  reason: 'left' | 'removed' | 'banned' | 'deactivated';
  change?: Count;
}

/** A message; of feeds with key, value and data. */
export interface EventMessage {
  type: 'message';
  conversation: ConversationId;
  position: Position;
  id: EventId;
  /** The sender, or a feed's id. */
  from: string;
  body: Body;
  at: Instant;
  /** The position quoted. */
  replyTo?: Position;
  /** The position of the thread's root. */
  thread?: Position;
  mentions?: UserId[];
  everyone?: 'members' | 'online';
  key?: string;
  value?: number;
  data?: Record<string, unknown>;
}

/** One's own settings of a conversation; stands in one's own stream. */
export interface EventMine {
  type: 'mine';
  conversation: ConversationId;
  position: Position;
  at: Instant;
  about: ConversationId;
  mine: SettingsMine;
}

/** A message was pinned or unpinned. */
export interface EventPinned {
  type: 'pinned';
  conversation: ConversationId;
  position: Position;
  id: EventId;
  /** The message pinned. */
  target: Position;
  from: UserId;
  at: Instant;
  on: boolean;
}

/** A reaction was set or taken back. */
export interface EventReacted {
  type: 'reacted';
  conversation: ConversationId;
  position: Position;
  id: EventId;
  /** The message reacted to. */
  target: Position;
  from: UserId;
  at: Instant;
  emoji: Emoji;
  on: boolean;
}

/** Somebody has read everything up to a position. */
export interface EventRead {
  type: 'read';
  conversation: ConversationId;
  position: Position;
  from: UserId;
  upTo: Mark;
  at: Instant;
}

/** Somebody's role changed. */
export interface EventRole {
  type: 'role';
  conversation: ConversationId;
  position: Position;
  from: UserId;
  user: UserId;
  at: Instant;
  role: 'reader' | 'member' | 'admin' | 'owner';
  change?: Count;
}

/** Something about the room itself changed; its first event names every field. */
export interface EventRoom {
  type: 'room';
  conversation: ConversationId;
  position: Position;
  from: UserId;
  at: Instant;
  changed: RoomChange;
  change?: Count;
}

/** That id will never appear: its sender gave it up, or was refused after a repeat. */
export interface EventVoided {
  type: 'voided';
  conversation: ConversationId;
  position: Position;
  from: UserId;
  id: EventId;
  at: Instant;
}

/** The limits in force on this installation. */
export interface Limits {
  frameBytes: Count;
  bodyChars: Count;
  syncEvents: Count;
  syncEventsPerConversation: Count;
  sendsPerSecond: Count;
  sendBurst: Count;
  framesPerSecond: Count;
  roomSendsPerSecond: Count;
  connectionsPerUser: Count;
  answerMillis: Millis;
  heartbeatSeconds: Seconds;
  offlineAfterSeconds: Seconds;
  renewGraceSeconds: Seconds;
}

/** How far somebody has read, and how far a device of theirs has received; read implies delivered. */
export interface Marks {
  user: UserId;
  read: Mark;
  delivered: Mark;
}

/** Entries rising by position, folded up to asOf. */
export interface Page {
  messages: Entry[];
  asOf: Mark;
  /** More in the direction asked; older ones for none and around. */
  hasMore: boolean;
  /** Newer ones; with around. */
  hasMoreAfter?: boolean;
}

/** Whether somebody is there. */
export interface PresenceState {
  id: UserId;
  online: boolean;
  /** To the minute; of those who are not online. */
  lastSeen?: Instant;
  availability?: 'auto' | 'away' | 'dnd';
  status?: UserStatus;
}

/** The body of every error, RFC 9457. */
export interface Problem {
  type: string;
  title: string;
  status: Count;
  code: 'invalid' | 'signed-out' | 'bad-credentials' | 'forbidden' | 'foreign-origin' | 'blocked' | 'archived' | 'registration-closed' | 'not-found' | 'method-not-allowed' | 'username-taken' | 'name-taken' | 'conflict' | 'reload' | 'too-large' | 'unsupported-media-type' | 'rate' | 'headers-too-large' | 'internal' | 'unavailable' | 'unknown';
  detail?: string;
  errors?: ProblemFieldError[];
  retryAfterMillis?: Millis;
  /** Finds the call in the logs. */
  traceId: string;
}

/** What is wrong with one field. */
export interface ProblemFieldError {
  field: string;
  code: string;
  detail: string;
}

/** A room as the caller may see it. */
export interface Room {
  id: ConversationId;
  name: string;
  topic: string;
  visibility: 'public' | 'private';
  archived: boolean;
  memberCount: Count;
  createdAt: Instant;
  settings: Settings;
  mine?: RoomMembership;
}

/** The fields of a room that changed; all of them in a room's first event. */
export interface RoomChange {
  name?: string;
  topic?: string;
  visibility?: 'public' | 'private';
  archived?: boolean;
  settings?: Settings;
}

/** The caller's own membership. */
export interface RoomMembership {
  role: 'reader' | 'member' | 'admin' | 'owner';
  joinedAt: Instant;
}

/** Durable, and handed to every recipient's channel. The same again for a repeated id. */
export interface ServerAccepted {
  type: 'accepted';
  id: EventId;
  conversation: ConversationId;
  position: Position;
  at: Instant;
}

/** Please sync up to there. */
export interface ServerCheckpoint {
  type: 'checkpoint';
  through: Cursor;
}

/** A draft changed on another of one's devices; null where it is gone. */
export interface ServerDraft {
  type: 'draft';
  about: ConversationId;
  draft: Draft | null;
}

/** This node stops; reconnect after the delay. */
export interface ServerDraining {
  type: 'draining';
  reconnectAfterMillis: Millis;
}

/** Who is online in a watched room: first users, then came and went. */
export interface ServerOnline {
  type: 'online';
  conversation: ConversationId;
  total: Count;
  users?: UserId[];
  came?: UserId[];
  went?: UserId[];
}

/** Answers ping. */
export interface ServerPong {
  type: 'pong';
  nonce: string;
  at: Instant;
}

/** Who came and went among the watched; at most one frame in two seconds. */
export interface ServerPresence {
  type: 'presence';
  users: PresenceState[];
}

/** A watched person's profile changed. */
export interface ServerProfile {
  type: 'profile';
  user: User;
}

/** No attempt made so far with this id will ever appear. */
export interface ServerRejected {
  type: 'rejected';
  /** The id refused, where the frame had one. */
  id?: string;
  /** The type refused. */
  of?: string;
  code: 'invalid' | 'too-large' | 'unknown-type' | 'not-member' | 'not-found' | 'forbidden' | 'blocked' | 'archived' | 'rate' | 'unavailable';
  detail: string;
  retryAfterMillis?: Millis;
}

/** The socket goes on with the new token. */
export interface ServerRenewed {
  type: 'renewed';
  expiresInSeconds: Seconds;
}

/** Somebody is writing; shown for six seconds. */
export interface ServerTyping {
  type: 'typing';
  conversation: ConversationId;
  from: UserId;
  thread?: Position;
}

/** The newest value under a key of a latest feed. */
export interface ServerValue {
  type: 'value';
  conversation: ConversationId;
  key: string;
  revision: Count;
  at: Instant;
  body?: Body;
  value?: number;
  data?: Record<string, unknown>;
}

/** The socket is served: catch up to through. May come again at any time. */
export interface ServerWelcome {
  type: 'welcome';
  /** Names this socket. */
  session: string;
  user: User;
  /** The server's time. */
  at: Instant;
  /** Give it to GET /api/sync. */
  through: Cursor;
  limits: Limits;
  heartbeatSeconds: Seconds;
  /** The token's remaining life. */
  expiresInSeconds: Seconds;
}

/** How a room works, for all of its members. */
export interface Settings {
  history: 'all' | 'joined';
  posting: 'members' | 'admins';
  invite: 'members' | 'admins';
  everyone: 'members' | 'admins';
  slowModeSeconds: Seconds;
  retentionDays?: Count;
}

/** One's own settings of a conversation. */
export interface SettingsMine {
  /** What to be notified of. */
  notify: 'all' | 'mentions' | 'none';
  mutedUntil?: Instant;
  favourite: boolean;
  hidden: boolean;
}

/** All that changed after a cursor, from one consistent read. */
export interface SyncAnswer {
  /** The only cursor there is; covers exactly what this answer holds. */
  cursor: Cursor;
  /** History has not read up to through yet: ask again. */
  behind: boolean;
  conversations: SyncAnswerChanged[];
}

/** A changed conversation: its present fields, and the events after the cursor. */
export interface SyncAnswerChanged {
  id: ConversationId;
  kind?: 'dm' | 'room' | 'feed';
  name?: string;
  topic?: string;
  last?: Entry;
  unread?: Count;
  mentions?: Count;
  readPosition?: Mark;
  firstUnread?: Position;
  memberCount?: Count;
  members?: User[];
  role?: 'reader' | 'member' | 'admin' | 'owner';
  mine?: SettingsMine;
  marks?: Marks[];
  asOf: Mark;
  /** Events are left out: forget all you held of it and load pages. */
  limited: boolean;
  /** You are no member any more. */
  gone?: boolean;
  events: Event[];
}

/** A person or bot; role, availability and createdAt are given of oneself, and to administrators. */
export interface User {
  id: UserId;
  username: Username;
  displayName: string;
  /** #rrggbb, for the avatar. */
  color: string;
  bot: boolean;
  status?: UserStatus;
  deactivated?: boolean;
  role?: 'user' | 'admin';
  availability?: 'auto' | 'away' | 'dnd';
  createdAt?: Instant;
}

/** What somebody says about the moment. */
export interface UserStatus {
  text: string;
  emoji?: Emoji;
  until?: Instant;
}

export type ClientFrame =
  | ClientSend
  | ClientEdit
  | ClientDelete
  | ClientReact
  | ClientPin
  | ClientRead
  | ClientDelivered
  | ClientTyping
  | ClientWatch
  | ClientRenew
  | ClientPing;

export type Entry =
  | EntryMessage
  | EntryJoined
  | EntryLeft
  | EntryRole
  | EntryRoom;

export type Event =
  | EventMessage
  | EventEdited
  | EventDeleted
  | EventReacted
  | EventPinned
  | EventVoided
  | EventRead
  | EventDelivered
  | EventJoined
  | EventLeft
  | EventRole
  | EventRoom
  | EventMine
  | EventBlocked;

export type ServerFrame =
  | EventMessage
  | EventEdited
  | EventDeleted
  | EventReacted
  | EventPinned
  | EventVoided
  | EventRead
  | EventDelivered
  | EventJoined
  | EventLeft
  | EventRole
  | EventRoom
  | EventMine
  | EventBlocked
  | ServerWelcome
  | ServerCheckpoint
  | ServerDraining
  | ServerRenewed
  | ServerPong
  | ServerAccepted
  | ServerRejected
  | ServerDraft
  | ServerValue
  | ServerTyping
  | ServerPresence
  | ServerOnline
  | ServerProfile;

export const REJECT_RETRYABLE = {
  'invalid': false,
  'too-large': false,
  'unknown-type': false,
  'not-member': false,
  'not-found': false,
  'forbidden': false,
  'blocked': false,
  'archived': false,
  'rate': true,
  'unavailable': true,
} as const;
export type RejectCode = keyof typeof REJECT_RETRYABLE;

export const CLOSE = {
  BYE: 1000,
  PROTOCOL_ERROR: 1002,
  UNSUPPORTED_DATA: 1003,
  INVALID_DATA: 1007,
  TOKEN_ENDED: 1008,
  TOO_BIG: 1009,
  RESTARTING: 1012,
  SILENT: 4000,
  SESSION_ENDED: 4001,
  SLOW_READER: 4008,
  TOO_MANY: 4029,
} as const;
export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

export const PROBLEM_STATUS = {
  'invalid': 400,
  'signed-out': 401,
  'bad-credentials': 401,
  'forbidden': 403,
  'foreign-origin': 403,
  'blocked': 403,
  'archived': 403,
  'registration-closed': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'username-taken': 409,
  'name-taken': 409,
  'conflict': 409,
  'reload': 410,
  'too-large': 413,
  'unsupported-media-type': 415,
  'rate': 429,
  'headers-too-large': 431,
  'internal': 500,
  'unavailable': 503,
  'unknown': 504,
} as const;
export type ProblemCode = keyof typeof PROBLEM_STATUS;
