import type { OutboxItem } from '../outbox/item';
import type { ConversationId, MessageId, UserId } from '../protocol';
import type { StoredConversation } from '../store/stored';
import type { DeviceStorage, StateChange, StoredState, UserStorage } from './port';

/** Keeps everything in this object: for tests, and for devices that allow nothing else. */
export class MemoryStorage implements DeviceStorage {
  readonly #users = new Map<UserId, MemoryUserStorage>();

  open(user: UserId): Promise<UserStorage> {
    let held = this.#users.get(user);
    if (!held) this.#users.set(user, (held = new MemoryUserStorage()));
    return Promise.resolve(held);
  }

  forget(user: UserId): Promise<void> {
    this.#users.delete(user);
    return Promise.resolve();
  }
}

class MemoryUserStorage implements UserStorage {
  readonly #items = new Map<MessageId, OutboxItem>();
  readonly #conversations = new Map<ConversationId, StoredConversation>();
  #head: Pick<StateChange, 'cursor' | 'own' | 'writer'> | undefined;

  state(): Promise<StoredState | undefined> {
    if (!this.#head) return Promise.resolve(undefined);
    const { cursor, own } = this.#head;
    return Promise.resolve(structuredClone({ cursor, own, conversations: [...this.#conversations.values()] }));
  }

  save({ writer, cursor, own, changed, removed, whole }: StateChange): Promise<void> {
    const foreign = this.#head?.writer !== writer;
    if (foreign) this.#conversations.clear();
    for (const one of foreign ? whole() : changed) this.#conversations.set(one.id, structuredClone(one));
    for (const id of removed) this.#conversations.delete(id);
    this.#head = structuredClone({ writer, cursor, own });
    return Promise.resolve();
  }

  reset(): Promise<void> {
    this.#head = undefined;
    this.#conversations.clear();
    return Promise.resolve();
  }

  items(): Promise<OutboxItem[]> {
    return Promise.resolve(structuredClone([...this.#items.values()]));
  }

  put(item: OutboxItem): Promise<void> {
    this.#items.set(item.id, structuredClone(item));
    return Promise.resolve();
  }

  remove(id: MessageId): Promise<void> {
    this.#items.delete(id);
    return Promise.resolve();
  }

  close(): void {
    // Memory needs no closing, and what it holds outlives the one who opened it, as a database does.
  }
}
