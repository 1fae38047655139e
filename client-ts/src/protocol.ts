/** The wire contract as the rest of this package uses it: the generated types, and views on their unions. */
export type * from './generated/protocol';
export { CLOSE, PROBLEM_STATUS, REJECT_RETRYABLE } from './generated/protocol';

import type {
  ClientFrame,
  Conversation,
  Entry,
  Event,
  ServerFrame,
  ServerRejected,
  SettingsMine,
  User,
  UserStatus,
} from './generated/protocol';

/** The server frame of one `type`. */
export type FrameOf<T extends ServerFrame['type']> = Extract<ServerFrame, { type: T }>;

/** A client frame that carries an id, is answered by `accepted` or `rejected`, and may be repeated. */
export type Command = Extract<ClientFrame, { id: string }>;

/** An entry of a page that is no message: a line about the conversation itself. */
export type SystemLine = Exclude<Entry, { type: 'message' }>;

export type ConversationKind = Conversation['kind'];
export type Role = NonNullable<Conversation['role']>;
export type Availability = NonNullable<User['availability']>;
export type Everyone = NonNullable<Extract<ClientFrame, { type: 'send' }>['everyone']>;
export type Mine = SettingsMine;
export type Status = UserStatus;
export type Accepted = FrameOf<'accepted'>;
export type Rejected = ServerRejected;

/** A device or browser somebody is signed in on. */
export interface SessionView {
  id: string;
  kind: 'browser' | 'app';
  device: string;
  address: string;
  createdAt: string;
  lastSeenAt: string;
  current: boolean;
}

const eventTypes: ReadonlySet<string> = new Set<Event['type']>([
  'message',
  'edited',
  'deleted',
  'reacted',
  'pinned',
  'voided',
  'read',
  'delivered',
  'joined',
  'left',
  'role',
  'room',
  'mine',
  'blocked',
]);

/** Whether the frame stands in the log, and so has a conversation and a position. */
export function isEvent(frame: ServerFrame): frame is Event {
  return eventTypes.has(frame.type);
}

/** Ends a switch over a closed union: a kind that is not handled does not compile. */
export function assertNever(value: never): never {
  throw new Error(`not handled: ${JSON.stringify(value)}`);
}
