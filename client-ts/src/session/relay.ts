import type { Readable } from '../observable';

/** A {@link Readable} whose source may be exchanged (another user signs in) while those who listen stay. */
export class Relay<T> implements Readable<T> {
  readonly #listeners = new Set<() => void>();
  #source: Readable<T>;
  #unsubscribe: (() => void) | undefined;

  constructor(source: Readable<T>) {
    this.#source = source;
  }

  readonly getSnapshot = (): T => this.#source.getSnapshot();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#unsubscribe ??= this.#source.subscribe(this.#tell);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#unsubscribe?.();
      this.#unsubscribe = undefined;
    };
  };

  follow(source: Readable<T>): void {
    this.#source = source;
    if (!this.#unsubscribe) return;
    this.#unsubscribe();
    this.#unsubscribe = source.subscribe(this.#tell);
    this.#tell();
  }

  readonly #tell = (): void => {
    for (const listener of [...this.#listeners]) listener();
  };
}
