import type { Position } from '../protocol';

/** Both ends belong to it; an end of Infinity means: and everything that will come. */
export interface Interval {
  readonly from: Position;
  readonly to: Position;
}

/** Stretches of a conversation of which every entry is held: disjoint, rising, merged where they touch. */
export class Intervals {
  #all: readonly Interval[] = [];

  constructor(all: readonly Interval[] = []) {
    for (const one of all) this.add(one);
  }

  get all(): readonly Interval[] {
    return this.#all;
  }

  /** Whether this changed anything. */
  add({ from, to }: Interval): boolean {
    if (from > to || this.#all.some((held) => held.from <= from && to <= held.to)) return false;
    const apart = this.#all.filter((held) => held.to + 1 < from || to + 1 < held.from);
    const touching = this.#all.filter((held) => !apart.includes(held));
    const merged = {
      from: Math.min(from, ...touching.map((held) => held.from)),
      to: Math.max(to, ...touching.map((held) => held.to)),
    };
    this.#all = [...apart, merged].sort((a, b) => a.from - b.from);
    return true;
  }

  containing(position: Position): Interval | undefined {
    return this.#all.find(({ from, to }) => from <= position && position <= to);
  }

  /** The stretch that goes on into the future. */
  get tail(): Interval | undefined {
    const last = this.#all.at(-1);
    return last?.to === Number.POSITIVE_INFINITY ? last : undefined;
  }

  clear(): void {
    this.#all = [];
  }
}
