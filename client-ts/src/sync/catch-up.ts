import { ProblemError } from '../api/problem';
import type { Clock } from '../clock';
import { askAgainMillis, type Random } from '../connection/delay';
import type { SyncAnswer } from '../protocol';

export interface CatchUpPorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly sync: (cursor: string | undefined, through: string | undefined) => Promise<SyncAnswer>;
}

export interface CatchUpListener {
  /** Fold the answer and take its cursor. */
  applied(answer: SyncAnswer): void;
  /** The cursor is of no use: drop all and load anew. */
  reload(): void;
  /** Caught up to what was asked for last. */
  done(): void;
  /** Not there yet, and asking again later. */
  behind(): void;
  signedOut(): void;
}

/**
 * Asks history for what was missed until it has answered up to the newest point asked for. One call at a time; it
 * never gives up by itself, because whatever it does not fetch would be a silent gap.
 */
export class CatchUp {
  cursor: string | undefined;
  /** The newest point asked for. */
  through: string | undefined;
  #wanted = false;
  #running = false;
  #stopped = false;
  #wake: (() => void) | undefined;

  constructor(
    private readonly ports: CatchUpPorts,
    private readonly listener: CatchUpListener,
  ) {}

  /** Up to `through`, or, without it, as far as history is. Cuts a present delay short. */
  request(through?: string): void {
    if (through !== undefined) this.through = through;
    this.#wanted = true;
    this.#wake?.();
    if (!this.#running && !this.#stopped) void this.run();
  }

  stop(): void {
    this.#stopped = true;
    this.#wake?.();
  }

  private async run(): Promise<void> {
    this.#running = true;
    for (let asked = 0; this.#wanted && !this.#stopped;) {
      this.#wanted = false;
      const waitMillis = await this.ask(asked);
      if (this.#stopped) break;
      if (waitMillis === undefined) {
        asked = 0;
        if (!this.#wanted) this.listener.done();
        continue;
      }
      asked += 1;
      this.#wanted = true;
      if (waitMillis > 0) await this.pause(waitMillis);
    }
    this.#running = false;
  }

  /** How long to wait before asking again; nothing when the answer was whole. */
  private async ask(asked: number): Promise<number | undefined> {
    const { cursor } = this;
    try {
      const answer = await this.ports.sync(cursor, this.through);
      if (this.#stopped) return undefined;
      this.cursor = answer.cursor;
      this.listener.applied(answer);
      if (!answer.behind) return undefined;
      this.listener.behind();
      return askAgainMillis(asked, this.ports.random);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return this.failed(error, asked);
    }
  }

  private failed({ code, problem }: ProblemError, asked: number): number | undefined {
    if (this.#stopped) return undefined;
    if (code === 'signed-out') {
      this.stop();
      this.listener.signedOut();
      return undefined;
    }
    const useless = code === 'reload' || code === 'invalid';
    if (useless && this.cursor !== undefined) {
      this.cursor = undefined;
      this.listener.reload();
      return 0;
    }
    this.listener.behind();
    return Math.max(problem.retryAfterMillis ?? 0, askAgainMillis(asked, this.ports.random));
  }

  private pause(millis: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.ports.clock.after(millis, resolve);
      this.#wake = () => {
        cancel();
        resolve();
      };
    });
  }
}
