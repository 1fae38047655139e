import type { Clock } from '../clock';
import { isEvent, type Event, type ServerFrame } from '../protocol';

const patienceMillis = 3_000;
const heldMax = 2_000;

/**
 * Holds back live events between a welcome and the first answer of the catch-up, so that a page does not show the
 * newest message above a gap. Not for ever: when history is slow or away, live goes on after three seconds.
 */
export class Inflow {
  #held: Event[] | undefined;
  #cancel: (() => void) | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly fold: (frame: ServerFrame) => void,
  ) {}

  hold(): void {
    this.#held ??= [];
    this.#cancel?.();
    this.#cancel = this.clock.after(patienceMillis, () => this.release());
  }

  take(frame: ServerFrame): void {
    if (!this.#held || !isEvent(frame)) return this.fold(frame);
    this.#held.push(frame);
    if (this.#held.length >= heldMax) this.release();
  }

  release(): void {
    this.#cancel?.();
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const event of held) this.fold(event);
  }
}
