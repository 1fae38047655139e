import type { Clock } from '../clock';
import type { StateChange, UserStorage } from '../storage/port';
import type { Store } from '../store/store';

const soonMillis = 2_000;

/**
 * Writes state and cursor to the device after each sync answer, one transaction after the other. After a write that
 * failed the next one carries the whole state, so that a cursor never stands beside a state it does not cover.
 */
export class Keeper {
  #writer = crypto.randomUUID();
  #writing: Promise<void> = Promise.resolve();
  #cursor: string | undefined;
  #cancel: (() => void) | undefined;

  constructor(
    private readonly storage: UserStorage,
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** The store was restored from what stands beside this cursor. */
  holds(cursor: string): void {
    this.#cursor = cursor;
  }

  /** Call when the store holds everything up to the cursor. */
  save(cursor: string): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#cursor = cursor;
    const change: StateChange = {
      writer: this.#writer,
      cursor,
      ...this.store.takeChanges(),
      // Later frames may be in it by then: a state newer than its cursor is safe, the other way round is not.
      whole: () => this.store.whole(),
    };
    this.enqueue(() => this.storage.save({ ...change, writer: this.#writer }));
  }

  /** What came live is kept too, a little later: above its cursor it is told again, but a reload shows it at once. */
  soon(): void {
    this.#cancel ??= this.clock.after(soonMillis, () => {
      this.#cancel = undefined;
      if (this.#cursor !== undefined) this.save(this.#cursor);
    });
  }

  /** What waits for a little later goes now, since there may be no later. */
  flush(): void {
    if (this.#cancel && this.#cursor !== undefined) this.save(this.#cursor);
  }

  /** Writes nothing more by itself. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#cursor = undefined;
  }

  reset(): void {
    this.stop();
    this.enqueue(() => this.storage.reset());
  }

  /** When everything handed over so far is written, or has failed. */
  get settled(): Promise<void> {
    return this.#writing;
  }

  private enqueue(write: () => Promise<void>): void {
    this.#writing = this.#writing.then(write).catch(() => {
      this.#writer = crypto.randomUUID();
    });
  }
}
