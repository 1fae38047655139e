import type { OutboxItem } from '../outbox/item';
import type { ConversationId, MessageId, UserId } from '../protocol';
import type { StoredOwnStream } from '../store/own-stream';
import type { StoredConversation } from '../store/stored';

/** Where a device keeps what must survive a reload. */
export interface DeviceStorage {
  /** Rejects where the device does not allow storing. */
  open(user: UserId): Promise<UserStorage>;
  /** Removes everything of this user. */
  forget(user: UserId): Promise<void>;
}

/** What one state and its cursor look like in storage: the cursor covers exactly the state beside it. */
export interface StoredState {
  readonly cursor: string;
  readonly own: StoredOwnStream;
  readonly conversations: readonly StoredConversation[];
}

/** A step from the state that this writer wrote last to the present one. */
export interface StateChange {
  /** The tab that writes. */
  readonly writer: string;
  readonly cursor: string;
  readonly own: StoredOwnStream;
  readonly changed: readonly StoredConversation[];
  readonly removed: readonly ConversationId[];
  /** The whole state: written instead of the step when another writer came in between. */
  readonly whole: () => readonly StoredConversation[];
}

export interface UserStorage {
  state(): Promise<StoredState | undefined>;
  /** Cursor and state in one transaction, or not at all. */
  save(change: StateChange): Promise<void>;
  /** Forgets cursor and state, keeps the outbox. */
  reset(): Promise<void>;
  items(): Promise<OutboxItem[]>;
  put(item: OutboxItem): Promise<void>;
  remove(id: MessageId): Promise<void>;
  close(): void;
}
