import type { ConversationId, Event, Position, UserId } from '../protocol';

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** An event before the log gives it its place. */
export type Draughted = DistributiveOmit<Event, 'position' | 'at'>;

/** How much of the log somebody has read: the number of its records. */
export type Offset = number;

/** An append-only log: positions rise along every conversation, with gaps, and nothing else is promised of them. */
export class FakeLog {
  readonly records: Event[] = [];

  constructor(private readonly random: () => number) {}

  get end(): Offset {
    return this.records.length;
  }

  append(event: Draughted): Event {
    const before = this.records.at(-1)?.position ?? -1;
    const position = before + 1 + Math.floor(this.random() * 3);
    const at = new Date(Date.UTC(2026, 10, 1) + position * 1000).toISOString();
    const stamped = { ...event, position, at };
    this.records.push(stamped);
    return stamped;
  }

  /** The events of one conversation among the first `upTo` records. */
  of(conversation: ConversationId, upTo: Offset = this.end): Event[] {
    return this.records.slice(0, upTo).filter((event) => event.conversation === conversation);
  }

  /** The lowest record that carries an id. */
  holder(conversation: ConversationId, from: UserId, id: string): Event | undefined {
    return this.of(conversation).find((event) => 'id' in event && event.id === id && event.from === from);
  }

  /** The newest position of a conversation among the first `upTo` records. */
  newest(conversation: ConversationId, upTo: Offset = this.end): Position {
    return this.of(conversation, upTo).at(-1)?.position ?? -1;
  }
}
