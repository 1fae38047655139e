import type { Position } from '../protocol';

/** A value and the position of the event that set it. */
export interface Register<T> {
  readonly value: T;
  readonly position: Position;
}

/** Registers by key: for each key the highest position wins, whatever the order and number of times they are set. */
export class Registers<K, T> {
  readonly #held = new Map<K, Register<T>>();

  get(key: K): T | undefined {
    return this.#held.get(key)?.value;
  }

  /** Below any position when the key was never set. */
  positionOf(key: K): Position {
    return this.#held.get(key)?.position ?? Number.NEGATIVE_INFINITY;
  }

  /** Whether this changed anything. */
  set(key: K, value: T, position: Position): boolean {
    if (position <= this.positionOf(key)) return false;
    this.#held.set(key, { value, position });
    return true;
  }

  /** Forgets what was set at or below the position. */
  forget(upTo: Position): void {
    for (const [key, { position }] of this.#held) if (position <= upTo) this.#held.delete(key);
  }

  entries(): IterableIterator<[K, Register<T>]> {
    return this.#held.entries();
  }
}
