import type { OutboxItem } from '../outbox/item';
import type { MessageId, UserId } from '../protocol';
import type { StoredConversation } from '../store/stored';
import type { DeviceStorage, StateChange, StoredState, UserStorage } from './port';

const version = 1;
const headKey = 'head';
type Head = Pick<StateChange, 'writer' | 'cursor' | 'own'>;

/** One database per user. Another tab that deletes it closes ours; later calls then reject and nothing is kept. */
export class IndexedDbStorage implements DeviceStorage {
  constructor(private readonly factory: IDBFactory = indexedDB) {}

  async open(user: UserId): Promise<UserStorage> {
    const request = this.factory.open(nameOf(user), version);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('head');
      request.result.createObjectStore('conversations', { keyPath: 'id' });
      request.result.createObjectStore('outbox', { keyPath: 'id' });
    };
    const database = await done(request);
    database.onversionchange = () => database.close();
    return new IndexedDbUserStorage(database);
  }

  async forget(user: UserId): Promise<void> {
    await done(this.factory.deleteDatabase(nameOf(user)));
  }
}

class IndexedDbUserStorage implements UserStorage {
  constructor(private readonly database: IDBDatabase) {}

  async state(): Promise<StoredState | undefined> {
    const transaction = this.database.transaction(['head', 'conversations'], 'readonly');
    const [head, conversations] = await Promise.all([
      done(transaction.objectStore('head').get(headKey) as IDBRequest<Head | undefined>),
      done(transaction.objectStore('conversations').getAll() as IDBRequest<StoredConversation[]>),
    ]);
    return head && { cursor: head.cursor, own: head.own, conversations };
  }

  async save({ writer, cursor, own, changed, removed, whole }: StateChange): Promise<void> {
    const transaction = this.database.transaction(['head', 'conversations'], 'readwrite');
    const heads = transaction.objectStore('head');
    const conversations = transaction.objectStore('conversations');
    const held = await done(heads.get(headKey) as IDBRequest<Head | undefined>);
    const foreign = held?.writer !== writer;
    if (foreign) conversations.clear();
    for (const one of foreign ? whole() : changed) conversations.put(one);
    for (const id of removed) conversations.delete(id);
    heads.put({ writer, cursor, own } satisfies Head, headKey);
    await committed(transaction);
  }

  async reset(): Promise<void> {
    const transaction = this.database.transaction(['head', 'conversations'], 'readwrite');
    transaction.objectStore('head').clear();
    transaction.objectStore('conversations').clear();
    await committed(transaction);
  }

  items(): Promise<OutboxItem[]> {
    return done(this.outbox('readonly').getAll() as IDBRequest<OutboxItem[]>);
  }

  async put(item: OutboxItem): Promise<void> {
    await done(this.outbox('readwrite').put(item));
  }

  async remove(id: MessageId): Promise<void> {
    await done(this.outbox('readwrite').delete(id));
  }

  close(): void {
    this.database.close();
  }

  private outbox(mode: IDBTransactionMode): IDBObjectStore {
    return this.database.transaction('outbox', mode).objectStore('outbox');
  }
}

function nameOf(user: UserId): string {
  return `postrider-${user}`;
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(asError(request.error));
  });
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(asError(transaction.error));
    transaction.onabort = () => reject(asError(transaction.error));
  });
}

function asError(error: DOMException | null): Error {
  return error ?? new Error('the device refused to store');
}
