import type { Readable } from '../observable';

/**
 * A {@link Readable} that is worked out when it is read, and told of at most once per turn however often it was made
 * stale. The value is the same object until it was stale.
 */
export class Lazy<T> implements Readable<T> {
  readonly #listeners = new Set<() => void>();
  #value: T | undefined;
  #stale = true;
  #telling = false;

  constructor(private readonly compute: () => T) {}

  readonly getSnapshot = (): T => {
    if (this.#stale) {
      this.#value = this.compute();
      this.#stale = false;
    }
    return this.#value as T;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  invalidate(): void {
    this.#stale = true;
    if (this.#telling || this.#listeners.size === 0) return;
    this.#telling = true;
    queueMicrotask(() => {
      this.#telling = false;
      for (const listener of [...this.#listeners]) listener();
    });
  }
}
