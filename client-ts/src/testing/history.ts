import type {
  Conversation,
  ConversationId,
  Entry,
  EntryMessage,
  EntryReaction,
  Event,
  Mine,
  Page,
  Position,
  Role,
  SyncAnswer,
  User,
  UserId,
} from '../protocol';
import type { FakeLog, Offset } from './log';

interface Person {
  in: boolean;
  role: Role;
  read: Position;
  delivered: Position;
}

/** One conversation as it stands after the given events, worked out in their order and in the plainest way. */
class Folded {
  readonly entries = new Map<Position, Entry>();
  readonly people = new Map<UserId, Person>();
  name = '';
  topic: string | undefined;
  asOf: Position = -1;
  readonly #ids = new Set<string>();

  constructor(
    events: readonly Event[],
    private readonly me: UserId,
  ) {
    for (const event of events) {
      this.asOf = event.position;
      if (!this.repeated(event)) this.fold(event);
    }
  }

  get sorted(): Entry[] {
    return [...this.entries.values()].sort((a, b) => a.position - b.position);
  }

  person(id: UserId): Person {
    let person = this.people.get(id);
    if (!person) this.people.set(id, (person = { in: false, role: 'member', read: -1, delivered: -1 }));
    return person;
  }

  private repeated(event: Event): boolean {
    if (!('id' in event)) return false;
    const key = `${event.from}/${event.id}`;
    if (this.#ids.has(key)) return true;
    this.#ids.add(key);
    return false;
  }

  private fold(event: Event): void {
    switch (event.type) {
      case 'message':
        this.entries.set(event.position, event);
        this.replied(event);
        break;
      case 'edited':
      case 'deleted':
      case 'reacted':
      case 'pinned':
        this.amend(event);
        break;
      case 'read':
      case 'delivered':
        this.mark(this.person(event.from), event);
        break;
      case 'joined':
        for (const user of event.users) Object.assign(this.person(user), { in: true, role: event.role });
        this.entries.set(event.position, event);
        break;
      case 'left':
        this.person(event.user).in = false;
        this.entries.set(event.position, event);
        break;
      case 'role':
        Object.assign(this.person(event.user), { in: true, role: event.role });
        this.entries.set(event.position, event);
        break;
      case 'room':
        this.name = event.changed.name ?? this.name;
        this.topic = event.changed.topic ?? this.topic;
        this.entries.set(event.position, event);
        break;
      case 'voided':
      case 'mine':
      case 'blocked':
        break;
    }
  }

  private mark(person: Person, { type, upTo }: Extract<Event, { upTo: Position }>): void {
    if (type === 'read') person.read = upTo;
    person.delivered = Math.max(person.delivered, upTo);
  }

  private amend(event: Extract<Event, { target: Position }>): void {
    const held = this.entries.get(event.target);
    if (held?.type !== 'message' || held.deleted) return;
    if (event.type === 'edited' && event.from !== held.from) return;
    this.entries.set(event.target, amended(held, event, this.me));
    if (event.type === 'deleted') this.replied(held);
  }

  private replied({ thread }: EntryMessage): void {
    const root = thread === undefined ? undefined : this.entries.get(thread);
    if (root?.type !== 'message') return;
    const all = this.sorted.filter((one) => one.type === 'message' && one.thread === thread && !one.deleted);
    const last = all.at(-1);
    const { replies: _, ...rest } = root;
    const replies = last && { count: all.length, lastPosition: last.position, lastAt: last.at };
    this.entries.set(root.position, replies ? { ...rest, replies } : rest);
  }
}

function amended(held: EntryMessage, event: Extract<Event, { target: Position }>, me: UserId): EntryMessage {
  const { mentions, pinned, ...rest } = held;
  const [named, pin] = [mentions ? { mentions } : {}, pinned ? { pinned } : {}];
  switch (event.type) {
    case 'edited': {
      const edited = { at: event.at, count: (held.edited?.count ?? 0) + 1 };
      return { ...rest, ...pin, body: event.body, edited, ...(event.mentions && { mentions: event.mentions }) };
    }
    case 'deleted': {
      const { body: _, reactions: _r, everyone: _e, edited: _d, ...kept } = rest;
      return { ...kept, deleted: { at: event.at, by: event.from } };
    }
    case 'pinned':
      return { ...rest, ...named, ...(event.on && { pinned: { at: event.at, by: event.from } }) };
    case 'reacted':
      return {
        ...rest,
        ...named,
        ...pin,
        reactions: reacted(held.reactions ?? [], event.emoji, event.from, event.on, me),
      };
  }
}

function reacted(all: EntryReaction[], emoji: string, from: UserId, on: boolean, me: UserId): EntryReaction[] {
  const held = all.find((one) => one.emoji === emoji)?.users ?? [];
  const users = on ? [...held.filter((user) => user !== from), from] : held.filter((user) => user !== from);
  const others = all.filter((one) => one.emoji !== emoji);
  return users.length === 0 ? others : [...others, { emoji, count: users.length, mine: users.includes(me), users }];
}

const noSettings: Mine = { notify: 'all', favourite: false, hidden: false };

/**
 * History's side of the contract over a {@link FakeLog}: pages, conversations, sync. Reads only the first `readTo`
 * records, so a test can hold it back. Made independently of the client's store, to be compared with it.
 */
export class FakeHistory {
  /** How far the log is read; all of it when absent. */
  readTo: Offset | undefined;
  limitedAbove = 1000;
  /** How many of the newest entries a limited answer holds: none or 50, as a server likes. */
  limitedHolds: 0 | 50 = 50;

  constructor(
    private readonly log: FakeLog,
    private readonly users: ReadonlyMap<UserId, User>,
  ) {}

  get end(): Offset {
    return Math.min(this.readTo ?? this.log.end, this.log.end);
  }

  /** Of a user: everything they are or were in. */
  conversationsOf(me: UserId, upTo: Offset = this.end): ConversationId[] {
    const ids = new Set(this.log.records.slice(0, upTo).map(({ conversation }) => conversation));
    return [...ids].filter((id) => id.includes(me) || this.fold(id, me, upTo).people.has(me));
  }

  isMember(id: ConversationId, user: UserId): boolean {
    return id.startsWith('room:') ? (this.fold(id, user).people.get(user)?.in ?? false) : id.includes(user);
  }

  conversation(id: ConversationId, me: UserId, upTo: Offset = this.end): Conversation {
    const folded = this.fold(id, me, upTo);
    const { sorted, people } = folded;
    const { read, role } = folded.person(me);
    const unread = sorted.filter(
      (one) => one.type === 'message' && one.position > read && one.from !== me && !one.deleted,
    );
    const named = (unread as EntryMessage[]).filter((one) => one.mentions?.includes(me) || one.everyone === 'members');
    const last = sorted.filter(({ type }) => type === 'message').at(-1);
    const members = this.membersOf(id, folded);
    const marks = [...people].filter(([user]) => user !== me);
    return {
      id,
      kind: id.startsWith('dm:') ? 'dm' : 'room',
      name: folded.name,
      unread: Math.min(1000, unread.length),
      mentions: Math.min(1000, named.length),
      readPosition: read,
      mine: this.mineOf(id, me, upTo),
      memberCount: members.length,
      members: members.flatMap((user) => this.users.get(user) ?? []),
      marks: marks.map(([user, person]) => ({ user, read: person.read, delivered: person.delivered })),
      ...(last && { last }),
      ...(unread[0] && { firstUnread: unread[0].position }),
      ...(folded.topic !== undefined && { topic: folded.topic }),
      ...(id.startsWith('room:') && { role }),
    };
  }

  page(
    id: ConversationId,
    me: UserId,
    asked: { before?: Position; after?: Position; around?: Position; thread?: Position; limit?: number },
  ): Page {
    const { sorted, asOf } = this.fold(id, me);
    const { before = Number.POSITIVE_INFINITY, after = -1, around, thread, limit = 50 } = asked;
    const within = sorted
      .filter(({ position }) => position < before && position > after)
      .filter((one) => thread === undefined || (one.type === 'message' && one.thread === thread));
    if (around !== undefined) {
      const middle = within.findIndex(({ position }) => position >= around);
      const from = Math.max(0, (middle < 0 ? within.length : middle) - Math.floor(limit / 2));
      const messages = within.slice(from, from + limit);
      return { messages, asOf, hasMore: from > 0, hasMoreAfter: from + limit < within.length };
    }
    const messages = asked.after !== undefined ? within.slice(0, limit) : within.slice(-limit);
    return { messages, asOf, hasMore: messages.length < within.length };
  }

  /** All that changed after the first `after` records; everything, limited, without them. */
  sync(me: UserId, after: Offset | undefined, through: Offset): SyncAnswer {
    const { end } = this;
    const changed = this.conversationsOf(me).filter((id) => {
      return after === undefined || this.log.of(id, end).length > this.log.of(id, after).length;
    });
    return {
      cursor: String(end),
      behind: end < through,
      conversations: changed.map((id) => this.changed(id, me, after)),
    };
  }

  private changed(id: ConversationId, me: UserId, after: Offset | undefined): SyncAnswer['conversations'][number] {
    const { end } = this;
    const asOf = this.log.newest(id, end);
    const events = this.log.of(id, end).slice(this.log.of(id, after ?? 0).length);
    if (id.startsWith('me:')) return { id, asOf, limited: after === undefined, events };
    const folded = this.fold(id, me, end);
    const told = this.conversation(id, me, end);
    if (!this.isMember(id, me)) return { id, asOf, limited: false, gone: true, events };
    const joined = events.some((event) => event.type === 'joined' && event.users.includes(me));
    const limited = after === undefined || joined || events.length > this.limitedAbove;
    if (!limited) return { ...told, asOf, limited, events };
    // slice(-0) would be everything
    const newest = this.limitedHolds === 0 ? [] : (folded.sorted.slice(-this.limitedHolds) as Event[]);
    return { ...told, asOf, limited, events: newest };
  }

  private fold(id: ConversationId, me: UserId, upTo: Offset = this.end): Folded {
    return new Folded(this.log.of(id, upTo), me);
  }

  private membersOf(id: ConversationId, { people }: Folded): UserId[] {
    if (id.startsWith('dm:')) return [...new Set(id.split(':').slice(1))];
    return [...people].filter(([, person]) => person.in).map(([user]) => user);
  }

  private mineOf(id: ConversationId, me: UserId, upTo: Offset): Mine {
    const events = this.log.of(`me:${me}`, upTo).filter((event) => event.type === 'mine');
    return events.filter(({ about }) => about === id).at(-1)?.mine ?? noSettings;
  }
}
