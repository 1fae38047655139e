import type { EntryMessage, User, UserId } from '../protocol';
import { Refusal, unknownHere, type FakeCall, type FakeRoutes } from './call';
import type { FakeChat } from './chat';
import type { FakeHistory } from './history';
import type { FakeLog } from './log';

/** A message that somebody complained about. */
export interface FakeFlag {
  readonly id: string;
  readonly conversation: string;
  readonly position: number;
  readonly by: UserId;
  readonly reason?: string;
  readonly createdAt: string;
  state: string;
}

/** What hangs on a conversation and its messages: edits, reactions, readers, pins, flags, who is there. */
export class FakeMessageRoutes implements FakeRoutes {
  readonly flags: FakeFlag[] = [];

  constructor(
    private readonly log: FakeLog,
    private readonly history: FakeHistory,
    private readonly users: ReadonlyMap<UserId, User>,
    private readonly chat: FakeChat,
  ) {}

  answer(call: FakeCall): unknown {
    const { method, parts, me } = call;
    const [group, id = '', part, position, hanging] = parts;
    if (group !== 'conversations' || part === undefined) return unknownHere;
    if (!this.history.isMember(id, me.id)) throw new Refusal('not-found');
    if (part === 'mine') return this.mine(id, call);
    if (part === 'pins' && method === 'GET') return this.pins(id, me);
    if (part === 'online') return this.online(id);
    if (part !== 'messages' || position === undefined) return unknownHere;
    const message = this.message(id, Number(position), me);
    switch (hanging) {
      case undefined:
        return { message };
      case 'edits':
        return { edits: this.edits(id, message) };
      case 'reactions':
        return { reactions: this.reactions(id, message) };
      case 'readers':
        return { readers: this.readers(id, message) };
      case 'flags':
        return this.flag(id, message, call);
      default:
        return unknownHere;
    }
  }

  private message(id: string, position: number, me: User): EntryMessage {
    const { messages } = this.history.page(id, me.id, { limit: Number.POSITIVE_INFINITY });
    const found = messages.find((entry) => entry.position === position);
    if (found?.type !== 'message') throw new Refusal('not-found');
    return found;
  }

  private edits(id: string, message: EntryMessage): unknown[] {
    const events = this.log.of(id);
    const texts = events.filter(
      (event) =>
        (event.type === 'message' && event.position === message.position) ||
        (event.type === 'edited' && event.target === message.position),
    );
    return texts.slice(0, -1).flatMap((event) => ('body' in event ? [{ body: event.body, at: event.at }] : []));
  }

  private reactions(id: string, { position }: EntryMessage): unknown[] {
    const held = new Map<string, { emoji: string; user: UserId; at: string }>();
    for (const event of this.log.of(id)) {
      if (event.type !== 'reacted' || event.target !== position) continue;
      const { emoji, from: user, at } = event;
      held.delete(`${user}/${emoji}`);
      if (event.on) held.set(`${user}/${emoji}`, { emoji, user, at });
    }
    return [...held.values()];
  }

  private readers(id: string, { position, from }: EntryMessage): unknown[] {
    const readers = new Map<UserId, string>();
    for (const event of this.log.of(id)) {
      if (event.type !== 'read' || event.from === from) continue;
      if (event.upTo < position) readers.delete(event.from);
      else if (!readers.has(event.from)) readers.set(event.from, event.at);
    }
    return [...readers].map(([user, at]) => ({ user, at }));
  }

  private pins(id: string, me: User): unknown {
    const { messages } = this.history.page(id, me.id, { limit: Number.POSITIVE_INFINITY });
    const pinned = messages.filter((entry) => entry.type === 'message' && entry.pinned !== undefined);
    return { messages: pinned.reverse() };
  }

  private online(id: string): unknown {
    const here = this.chat.onlineIn(id);
    return { users: here.flatMap((user) => this.users.get(user) ?? []), total: here.length };
  }

  private mine(id: string, { body, me }: FakeCall): unknown {
    const now = this.history.conversation(id, me.id).mine;
    const given = Object.entries({ ...now, ...body }).filter(([, value]) => value !== null);
    const mine = Object.fromEntries(given) as unknown as typeof now;
    this.chat.happen({ type: 'mine', conversation: `me:${me.id}`, about: id, mine });
    return { mine };
  }

  private flag(conversation: string, { position }: EntryMessage, { body, me }: FakeCall): unknown {
    const reason = body['reason'] as string | undefined;
    const createdAt = this.log.of(conversation).at(-1)?.at ?? '';
    const id = `flag-${this.flags.length + 1}`;
    this.flags.push({ id, conversation, position, by: me.id, ...(reason && { reason }), createdAt, state: 'open' });
    return { flag: this.flags.at(-1) };
  }
}
