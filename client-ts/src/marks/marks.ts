import type { Clock } from '../clock';
import type { ConversationId, Event, FrameOf, Position } from '../protocol';

interface Wanted {
  read?: { readonly position: Position; readonly back: boolean };
  delivered?: Position;
  /** Times sent without seeing it come back. */
  tries: number;
  sentMillis: number;
  cancel?: () => void;
}

export interface MarkPorts {
  readonly me: string;
  readonly clock: Clock;
  readonly send: (frame: {
    type: 'read' | 'delivered';
    conversation: ConversationId;
    position: Position;
    back?: boolean;
  }) => boolean;
  /** The read mark to show until it came back; nothing once it did. */
  readonly show: (conversation: ConversationId, position: Position | undefined) => void;
}

const apartMillis = 1_000;
const repeatMillis = 10_000;
const repeatMillisMax = 300_000;

/**
 * One's own read and delivered marks: at most one frame a second and conversation, the newest repeated with growing
 * delay until it is seen to come back (protocol rule 3).
 */
export class Marks {
  readonly #wanted = new Map<ConversationId, Wanted>();

  constructor(private readonly ports: MarkPorts) {}

  read(conversation: ConversationId, position: Position, back: boolean): void {
    const wanted = this.want(conversation);
    const held = wanted.read;
    if (held && !back && !held.back && held.position >= position) return;
    wanted.read = { position, back };
    wanted.tries = 0;
    this.ports.show(conversation, position);
    this.plan(conversation, wanted);
  }

  delivered(conversation: ConversationId, position: Position): void {
    const wanted = this.want(conversation);
    if ((wanted.delivered ?? -1) >= position) return;
    wanted.delivered = position;
    wanted.tries = 0;
    this.plan(conversation, wanted);
  }

  /** A mark of one's own came back from the log. */
  seen(event: Event): void {
    if ((event.type !== 'read' && event.type !== 'delivered') || event.from !== this.ports.me) return;
    const wanted = this.#wanted.get(event.conversation);
    if (wanted) this.settle(event, wanted);
  }

  /** The registers as a sync told them. */
  told(conversation: ConversationId, read: Position): void {
    const wanted = this.#wanted.get(conversation);
    if (wanted?.read && !wanted.read.back && read >= wanted.read.position) this.cameBack(conversation, wanted);
  }

  connected(): void {
    for (const [conversation, wanted] of this.#wanted) {
      wanted.tries = 0;
      this.plan(conversation, wanted);
    }
  }

  /** Sends what waits for its second, since there may be no later; the other end thins it out as well. */
  flush(): void {
    for (const [conversation, wanted] of this.#wanted) {
      if (wanted.tries > 0) continue;
      wanted.cancel?.();
      this.go(conversation, wanted);
    }
  }

  lost(): void {
    for (const wanted of this.#wanted.values()) wanted.cancel?.();
  }

  private settle(event: FrameOf<'read'> | FrameOf<'delivered'>, wanted: Wanted): void {
    if (event.upTo >= (wanted.delivered ?? 0)) delete wanted.delivered;
    const { read } = wanted;
    const back = read?.back ? event.upTo === read.position : event.upTo >= (read?.position ?? 0);
    if (event.type === 'read' && read && back) this.cameBack(event.conversation, wanted);
  }

  private cameBack(conversation: ConversationId, wanted: Wanted): void {
    delete wanted.read;
    this.ports.show(conversation, undefined);
  }

  private want(conversation: ConversationId): Wanted {
    let wanted = this.#wanted.get(conversation);
    if (!wanted) this.#wanted.set(conversation, (wanted = { tries: 0, sentMillis: 0 }));
    return wanted;
  }

  private plan(conversation: ConversationId, wanted: Wanted): void {
    wanted.cancel?.();
    if (!wanted.read && wanted.delivered === undefined) return;
    const delay = wanted.tries === 0 ? apartMillis : Math.min(repeatMillisMax, repeatMillis * 2 ** (wanted.tries - 1));
    const millis = wanted.sentMillis + delay - this.ports.clock.now();
    if (millis <= 0) this.go(conversation, wanted);
    else wanted.cancel = this.ports.clock.after(millis, () => this.go(conversation, wanted));
  }

  private go(conversation: ConversationId, wanted: Wanted): void {
    const { read, delivered = -1 } = wanted;
    if (!read && delivered < 0) return;
    // Reading implies having been reached.
    if (read && read.position >= delivered) delete wanted.delivered;
    const position = read ? read.position : delivered;
    const frame = {
      type: read ? 'read' : 'delivered',
      conversation,
      position,
      ...(read?.back && { back: true }),
    } as const;
    if (!this.ports.send(frame)) return;
    wanted.sentMillis = this.ports.clock.now();
    wanted.tries += 1;
    this.plan(conversation, wanted);
  }
}
