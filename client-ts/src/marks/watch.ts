import type { Clock } from '../clock';
import type { ConversationId, UserId } from '../protocol';

const togetherMillis = 100;
const watchedMax = 500;
const roomsMax = 20;

/** Whom the page watches: the union of what its parts ask for, told to each new socket and after each change. */
export class WatchList {
  readonly #counts = new Map<UserId, number>();
  readonly #rooms = new Map<ConversationId, number>();
  #cancel: (() => void) | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly send: (watched: { users: UserId[]; rooms: ConversationId[] }) => boolean,
  ) {}

  watch(users: readonly UserId[]): () => void {
    const mine = [...new Set(users)];
    for (const user of mine) this.#counts.set(user, (this.#counts.get(user) ?? 0) + 1);
    this.plan();
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      for (const user of mine) this.release(user);
      this.plan();
    };
  }

  /** Follows who is there in a room. */
  watchRoom(room: ConversationId): () => void {
    this.#rooms.set(room, (this.#rooms.get(room) ?? 0) + 1);
    this.plan();
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      const count = (this.#rooms.get(room) ?? 1) - 1;
      if (count > 0) this.#rooms.set(room, count);
      else this.#rooms.delete(room);
      this.plan();
    };
  }

  connected(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    if (this.#counts.size + this.#rooms.size > 0) this.tell();
  }

  private release(user: UserId): void {
    const count = (this.#counts.get(user) ?? 1) - 1;
    if (count > 0) this.#counts.set(user, count);
    else this.#counts.delete(user);
  }

  private plan(): void {
    this.#cancel ??= this.clock.after(togetherMillis, () => {
      this.#cancel = undefined;
      this.tell();
    });
  }

  private tell(): void {
    const users = [...this.#counts.keys()].slice(0, watchedMax);
    this.send({ users, rooms: [...this.#rooms.keys()].slice(0, roomsMax) });
  }
}
