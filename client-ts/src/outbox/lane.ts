import type { Clock } from '../clock';
import type { Command, MessageId } from '../protocol';

interface Waiting {
  readonly command: Command;
  /** It was sent before and not answered. */
  again: boolean;
  /** Retryable rejections so far. */
  refusals: number;
}

/**
 * The commands of one conversation in their order, the first of them under way. Runs while a socket is there
 * (`resume` to `suspend`) and repeats the first for ever until it is removed.
 */
export class Lane {
  readonly #queue: Waiting[] = [];
  #answerMillis: number | undefined;
  #underWay = false;
  #cancel: (() => void) | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly send: (command: Command) => boolean,
  ) {}

  push(command: Command, again: boolean): void {
    this.#queue.push({ command, again, refusals: 0 });
    this.pump();
  }

  remove(id: MessageId): void {
    const index = this.#queue.findIndex(({ command }) => command.id === id);
    if (index < 0) return;
    this.#queue.splice(index, 1);
    if (index === 0) this.next();
  }

  /** The first was refused for now: nothing of it will appear, so it goes again as new after a while. */
  delay(id: MessageId, millis: (refusals: number) => number): void {
    const first = this.#queue[0];
    if (first?.command.id !== id) return;
    first.again = false;
    first.refusals += 1;
    this.arm(millis(first.refusals), () => this.next());
  }

  resume(answerMillis: number): void {
    this.#answerMillis = answerMillis;
    this.next();
  }

  suspend(): void {
    this.#answerMillis = undefined;
    this.#cancel?.();
    this.#underWay = false;
  }

  stop(): void {
    this.suspend();
    this.#queue.length = 0;
  }

  private next(): void {
    this.#cancel?.();
    this.#underWay = false;
    this.pump();
  }

  private pump(): void {
    const first = this.#queue[0];
    if (!first || this.#underWay || this.#answerMillis === undefined) return;
    const frame: Command = first.again ? { ...first.command, again: true } : first.command;
    // All of this before the call: an answer may come from within it.
    const { again } = first;
    first.again = true;
    this.#underWay = true;
    this.arm(this.#answerMillis, () => this.next());
    if (!this.send(frame)) {
      first.again = again;
      this.#underWay = false;
      this.#cancel?.();
    }
  }

  private arm(millis: number, task: () => void): void {
    this.#cancel?.();
    this.#cancel = this.clock.after(millis, task);
  }
}
