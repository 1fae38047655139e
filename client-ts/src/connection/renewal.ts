import type { Clock } from '../clock';

/** How a renewal ended; `refused` means that the session is over. */
export type RenewOutcome = 'sent' | 'refused' | 'failed';

const aheadMillis = 120_000;
const againMillis = 15_000;

/**
 * Renews the token a socket lives on, from two minutes before it ends: fetches a ticket and hands it to the socket.
 * A renewal that failed is tried again until the socket is gone; its end is the server's to decide.
 */
export class Renewal {
  #cancel: (() => void) | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly renew: () => Promise<RenewOutcome>,
    private readonly refused: () => void,
  ) {}

  start(expiresInSeconds: number): void {
    this.arm(Math.max(againMillis / 5, expiresInSeconds * 1000 - aheadMillis));
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  private arm(millis: number): void {
    this.stop();
    const cancel = this.clock.after(millis, () => {
      void this.renew().then((outcome) => {
        if (this.#cancel !== cancel) return;
        if (outcome === 'refused') this.refused();
        else this.arm(againMillis);
      });
    });
    this.#cancel = cancel;
  }
}
