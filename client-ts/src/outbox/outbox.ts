import type { Clock } from '../clock';
import { backoffMillis, type Random } from '../connection/delay';
import {
  REJECT_RETRYABLE,
  type Accepted,
  type Command,
  type ConversationId,
  type Event,
  type MessageId,
  type Rejected,
  type UserId,
} from '../protocol';
import type { UserStorage } from '../storage/port';
import type { PendingEntry } from '../store/snapshot';
import { bubbleOf, eventOf } from './answer';
import type { OutboxItem } from './item';
import { Lane } from './lane';
import type { Tab } from './tab';

export interface OutboxPorts {
  readonly me: UserId;
  readonly clock: Clock;
  readonly random: Random;
  readonly tab: Tab;
  readonly storage: UserStorage;
  /** False when there is no socket. */
  readonly send: (command: Command) => boolean;
  /** What shows of a conversation's outbox changed. */
  readonly show: (conversation: ConversationId, entries: readonly PendingEntry[]) => void;
  /** One's own command is in the log: this is the event it became. */
  readonly accepted: (event: Event) => void;
}

/**
 * Commands until they are answered. Of each conversation one is under way at a time, so their order is kept.
 *
 * - No answer within `answerMillis`: the same again with `again: true`, on whatever socket there is, for ever.
 * - A retryable rejection: the same again after the delay the server named.
 * - A final one: a message is shown as failed and stays until it is tried again or discarded; the rest is dropped.
 * - Its event seen in the log, live or by sync, counts as `accepted`.
 *
 * Every item is stored until then. Items of a tab that is gone are taken over; sent twice, they still show once,
 * because the id is the same.
 */
export class Outbox {
  readonly #lanes = new Map<ConversationId, Lane>();
  readonly #items = new Map<MessageId, OutboxItem>();
  readonly #waiting = new Map<MessageId, (outcome: Accepted | Rejected) => void>();
  #answerMillis: number | undefined;
  #number = 0;

  constructor(private readonly ports: OutboxPorts) {}

  /** Takes over what is stored and belongs to no living tab. Safe to call at any time. */
  async adopt(): Promise<void> {
    const { storage, tab } = this.ports;
    const items = (await storage.items()).filter(({ id }) => !this.#items.has(id)).sort((a, b) => a.number - b.number);
    for (const item of items) {
      if (item.owner !== tab.id && (await tab.alive(item.owner))) continue;
      if (this.#items.has(item.id)) continue; // taken over meanwhile, by a call beside this one
      const mine: OutboxItem = { ...item, owner: tab.id };
      this.keep(mine);
      this.enter(mine, true);
    }
  }

  /** Sends as soon as there is a socket and its turn has come; the answer may take for ever. */
  add(command: Command): Promise<Accepted | Rejected> {
    const nowMillis = this.ports.clock.now();
    this.#number = Math.max(this.#number + 1, nowMillis * 1000);
    const { id } = command;
    const at = new Date(nowMillis).toISOString();
    const item: OutboxItem = { id, owner: this.ports.tab.id, number: this.#number, command, at, state: 'pending' };
    this.keep(item);
    const answer = new Promise<Accepted | Rejected>((resolve) => this.#waiting.set(id, resolve));
    this.enter(item, false);
    return answer;
  }

  /** A new socket is welcomed: everything unanswered goes again. */
  connected(answerMillis: number): void {
    this.#answerMillis = answerMillis;
    for (const lane of this.#lanes.values()) lane.resume(answerMillis);
  }

  lost(): void {
    this.#answerMillis = undefined;
    for (const lane of this.#lanes.values()) lane.suspend();
  }

  answered(frame: Accepted | Rejected): void {
    const item = frame.id === undefined ? undefined : this.#items.get(frame.id);
    if (!item) return;
    if (frame.type === 'accepted') this.arrived(item, frame);
    else this.refused(item, frame);
  }

  /** Looks at an event of the log: if it came from here, it is an answer. */
  seen(event: Event): void {
    if (!('id' in event) || event.type === 'voided' || event.from !== this.ports.me) return;
    const item = this.#items.get(event.id);
    if (item?.command.conversation !== event.conversation) return;
    const { id, conversation, position, at } = event;
    this.arrived(item, { type: 'accepted', id, conversation, position, at });
  }

  /** A failed message as a new one: nothing of the old id will ever appear. */
  failed(id: MessageId): Extract<Command, { type: 'send' }> | undefined {
    const item = this.#items.get(id);
    return item?.state === 'failed' && item.command.type === 'send' ? item.command : undefined;
  }

  discard(id: MessageId): void {
    const item = this.#items.get(id);
    if (item?.state === 'failed') this.drop(item);
  }

  stop(): void {
    this.lost();
    for (const lane of this.#lanes.values()) lane.stop();
  }

  private arrived(item: OutboxItem, accepted: Accepted): void {
    this.ports.accepted(eventOf(item.command, accepted, this.ports.me));
    this.drop(item);
    this.resolve(item.id, accepted);
  }

  private refused(item: OutboxItem, rejected: Rejected): void {
    const { code, retryAfterMillis } = rejected;
    // A code this version does not know is judged by whether the server named a delay.
    const retryable = (REJECT_RETRYABLE as Partial<Record<string, boolean>>)[code] ?? retryAfterMillis !== undefined;
    const lane = this.lane(item.command.conversation);
    if (retryable)
      return lane.delay(item.id, (tries) => retryAfterMillis ?? 1000 + backoffMillis(tries, this.ports.random));
    if (item.command.type === 'send') this.fail(item, code);
    else this.drop(item);
    this.resolve(item.id, rejected);
  }

  private fail(item: OutboxItem, code: Rejected['code']): void {
    this.keep({ ...item, state: 'failed', code });
    this.lane(item.command.conversation).remove(item.id);
    this.show(item.command.conversation);
  }

  private enter(item: OutboxItem, again: boolean): void {
    if (item.state === 'pending') this.lane(item.command.conversation).push(item.command, again);
    this.show(item.command.conversation);
  }

  private keep(item: OutboxItem): void {
    this.#items.set(item.id, item);
    // A device that cannot store sends all the same; it only cannot promise to survive a reload.
    void this.ports.storage.put(item).catch(() => undefined);
  }

  private drop(item: OutboxItem): void {
    this.#items.delete(item.id);
    void this.ports.storage.remove(item.id).catch(() => undefined);
    this.lane(item.command.conversation).remove(item.id);
    this.show(item.command.conversation);
  }

  private lane(conversation: ConversationId): Lane {
    let lane = this.#lanes.get(conversation);
    if (!lane) {
      lane = new Lane(this.ports.clock, this.ports.send);
      if (this.#answerMillis !== undefined) lane.resume(this.#answerMillis);
      this.#lanes.set(conversation, lane);
    }
    return lane;
  }

  private show(conversation: ConversationId): void {
    const items = [...this.#items.values()].filter((item) => item.command.conversation === conversation);
    const bubbles = items.sort((a, b) => a.number - b.number).map((item) => bubbleOf(item, this.ports.me));
    this.ports.show(
      conversation,
      bubbles.filter((bubble) => bubble !== undefined),
    );
  }

  private resolve(id: MessageId, outcome: Accepted | Rejected): void {
    this.#waiting.get(id)?.(outcome);
    this.#waiting.delete(id);
  }
}
