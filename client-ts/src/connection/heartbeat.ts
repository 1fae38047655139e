import type { Clock } from '../clock';

export interface Pulse {
  ping(): void;
  /** Nothing was heard for two heartbeats. */
  silent(): void;
}

/**
 * Keeps one socket honest: pings when this side was silent for a heartbeat, gives up when the other was for two.
 * Runs from `start` to `stop`; a page that slept is told the truth by `check`.
 */
export class Heartbeat {
  #millis = 0;
  #heard = 0;
  #sent = 0;
  #cancel: (() => void) | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly pulse: Pulse,
  ) {}

  start(seconds: number): void {
    this.stop();
    this.#millis = seconds * 1000;
    this.#heard = this.#sent = this.clock.now();
    this.beat();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  heard(): void {
    this.#heard = this.clock.now();
  }

  sent(): void {
    this.#sent = this.clock.now();
  }

  /** For a page that comes into view: timers may have slept for hours. Expects an answer soon. */
  check(): void {
    if (!this.#cancel) return;
    this.ping();
    this.#heard = Math.max(this.#heard, this.clock.now() - this.#millis);
    this.rearm();
  }

  private beat(): void {
    const now = this.clock.now();
    if (now - this.#heard >= 2 * this.#millis) {
      this.stop();
      this.pulse.silent();
      return;
    }
    if (now - this.#sent >= this.#millis) this.ping();
    this.rearm();
  }

  private ping(): void {
    this.#sent = this.clock.now();
    this.pulse.ping();
  }

  private rearm(): void {
    this.#cancel?.();
    const due = Math.min(this.#sent + this.#millis, this.#heard + 2 * this.#millis) - this.clock.now();
    this.#cancel = this.clock.after(Math.max(1, due), () => this.beat());
  }
}
