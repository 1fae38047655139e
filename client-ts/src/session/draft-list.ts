import type { Clock } from '../clock';
import { askAgainMillis, type Random } from '../connection/delay';
import type { ConversationId, Draft } from '../protocol';

export interface DraftListPorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly list: () => Promise<readonly Draft[]>;
  /** Takes the whole list, but for those that are newer here. */
  readonly show: (drafts: readonly Draft[], newer: ReadonlySet<ConversationId>) => void;
}

/**
 * Asks for all drafts after each welcome, and again until it has them or the socket is lost.
 *
 * The list may have been read before a change that came live meanwhile, and may arrive after it: a conversation whose
 * draft was heard while the list was on its way keeps what was heard. Nothing newer can be passed over by that, since
 * every change after the welcome comes live.
 */
export class DraftList {
  #heard = new Set<ConversationId>();
  #asking = 0;
  #cancel: (() => void) | undefined;

  constructor(private readonly ports: DraftListPorts) {}

  connected(): void {
    this.lost();
    void this.ask(this.#asking, 0);
  }

  /** A draft was changed on another device, or here. */
  heard(conversation: ConversationId): void {
    this.#heard.add(conversation);
  }

  lost(): void {
    this.#asking += 1;
    this.#cancel?.();
  }

  private async ask(asking: number, asked: number): Promise<void> {
    this.#heard = new Set();
    const { clock, random, list, show } = this.ports;
    try {
      const drafts = await list();
      if (asking === this.#asking) show(drafts, this.#heard);
    } catch {
      if (asking !== this.#asking) return;
      this.#cancel = clock.after(askAgainMillis(asked, random), () => void this.ask(asking, asked + 1));
    }
  }
}
