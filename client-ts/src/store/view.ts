import type { ConversationId, ConversationKind, EntryMessage, Mine, Position, RoomChange, UserId } from '../protocol';
import { ConversationState, keyOf } from './conversation';
import { noSettings } from './own-stream';
import type {
  ConversationSnapshot,
  Delivery,
  Entry,
  MessageEntry,
  PendingEntry,
  SystemEntry,
  Typist,
} from './snapshot';
import { unreadOf } from './unread';

/** What a snapshot shows besides the folded state. */
export interface Surround {
  readonly pending: readonly PendingEntry[];
  readonly typing: readonly Typist[];
  readonly mine: Mine;
  /** The stretch shown holds this position; the newest one when absent. */
  readonly anchor?: Position;
  /** A mark asked for and not yet seen to come back. */
  readonly readAsked?: Position;
}

type Summarized = Omit<ConversationSnapshot, 'entries' | 'pending' | 'hasOlder' | 'atNewest' | 'loaded'>;

interface Shown {
  readonly entry: MessageEntry;
  readonly version: string;
}

/** Builds snapshots of one conversation; entries that did not change are the same objects as before. */
export class ConversationView {
  readonly #entries = new Map<Position, Shown>();
  readonly #lines = new Map<Position, SystemEntry>();

  constructor(private readonly state: ConversationState) {}

  snapshot(surround: Surround): ConversationSnapshot {
    const { anchor } = surround;
    const { covered } = this.state;
    const shown = anchor === undefined ? covered.tail : covered.containing(anchor);
    // Without any page, what came live is better than nothing; where it begins nobody knows.
    const { from, to } = shown ?? { from: 0, to: anchor === undefined ? Number.POSITIVE_INFINITY : -1 };
    return {
      ...this.summary(surround),
      entries: this.entries(from, to),
      pending: this.pending(surround),
      hasOlder: from > -1,
      atNewest: anchor === undefined || (shown !== undefined && shown === covered.tail),
      loaded: covered.tail !== undefined,
    };
  }

  /** Those that are not seen in the log yet. */
  pending({ pending }: Surround): readonly PendingEntry[] {
    const { holders } = this.state;
    return pending.some(({ key }) => holders.has(key)) ? pending.filter(({ key }) => !holders.has(key)) : pending;
  }

  /** All but the entries: what a list of conversations shows. */
  summary({ typing, mine, readAsked }: Surround): Summarized {
    const { state } = this;
    const readPosition = readAsked ?? state.read.get(state.me) ?? -1;
    const last = this.last();
    const role = state.members.registers.get(state.me)?.role ?? state.summary?.role;
    const memberCount = state.members.count;
    return {
      id: state.id,
      kind: kindOf(state.id),
      name: (state.room.get('name') as string | undefined) ?? '',
      known: state.summary !== undefined,
      ...unreadOf(state, readPosition),
      readPosition,
      members: membersOf(state),
      mine,
      marks: marksOf(state),
      typing,
      ...(state.members.registers.get(state.me)?.in === false && { left: true as const }),
      ...roomOf(state),
      ...(last && { last }),
      ...(memberCount !== undefined && { memberCount }),
      ...(role && { role }),
    };
  }

  /** The newest message whether in a stretch or not; a line only where no message is known. */
  private last(): Entry | undefined {
    let newest: EntryMessage | undefined;
    for (const [position, { base }] of this.state.messages) {
      if (base && position > (newest?.position ?? -1) && this.state.alive(base.view)) newest = base.view;
    }
    if (newest) return this.message(newest.position);
    const line = Math.max(...this.state.lines.keys());
    return line >= 0 ? this.line(line) : undefined;
  }

  private entries(from: Position, to: Position): Entry[] {
    const { messages, lines } = this.state;
    const positions = [...messages.keys(), ...lines.keys()].filter((position) => from <= position && position <= to);
    positions.sort((a, b) => a - b);
    return positions
      .map((position) => (lines.has(position) ? this.line(position) : this.message(position)))
      .filter((entry) => entry !== undefined);
  }

  /** One message as a snapshot shows it; nothing where it is not known, or dead. */
  entry(position: Position): MessageEntry | undefined {
    return this.message(position);
  }

  private line(position: Position): SystemEntry | undefined {
    const held = this.#lines.get(position);
    const line = this.state.lines.get(position);
    if (held?.line === line) return held;
    if (!line) return undefined;
    const entry: SystemEntry = { kind: 'system', key: `line/${position}`, position, line };
    this.#lines.set(position, entry);
    return entry;
  }

  private message(position: Position): MessageEntry | undefined {
    const fold = this.state.messages.get(position);
    const base = fold?.base?.view;
    if (!base || !this.state.alive(base)) return undefined;
    const replies = repliesOf(base, this.state);
    const delivery = base.from === this.state.me ? deliveryOf(position, this.state) : undefined;
    const version = [fold.version, this.state.repeats, delivery, replies?.count, replies?.lastPosition].join();
    const held = this.#entries.get(position);
    if (held?.version === version) return held.entry;
    const entry = entryOf(this.state.view(position) ?? base, delivery, replies);
    this.#entries.set(position, { entry, version });
    return entry;
  }
}

function entryOf(view: EntryMessage, delivery: Delivery | undefined, replies: EntryMessage['replies']): MessageEntry {
  const { type: _, key, value, data, mentions = [], reactions = [], replies: _r, ...rest } = view;
  const feed = { ...(key !== undefined && { key }), ...(value !== undefined && { value }), ...(data && { data }) };
  return {
    ...rest,
    kind: 'message',
    key: keyOf(view.from, view.id),
    own: delivery !== undefined,
    mentions,
    reactions,
    ...(delivery && { delivery }),
    ...(replies && { replies }),
    ...(Object.keys(feed).length > 0 && { feed }),
  };
}

/** History's count at its moment, and the replies that came, or were deleted, since. */
function repliesOf(root: EntryMessage, state: ConversationState): EntryMessage['replies'] {
  const replies = state.threads.get(root.position);
  if (!replies) return root.replies;
  const asOf = state.messages.get(root.position)?.base?.asOf ?? root.position;
  let { count, lastPosition, lastAt } = root.replies ?? { count: 0, lastPosition: -1, lastAt: root.at };
  if (state.messages.get(lastPosition)?.deletion) lastPosition = -1;
  for (const position of replies) {
    const fold = state.messages.get(position);
    const reply = fold?.base?.view;
    if (!reply || !state.alive(reply)) continue;
    if (position > asOf && !fold.deletion) count += 1;
    if (position <= asOf && (fold.deletion?.position ?? -1) > asOf) count -= 1;
    if (position > lastPosition && !fold.deletion) [lastPosition, lastAt] = [position, reply.at];
  }
  return count > 0 ? { count, lastPosition, lastAt } : undefined;
}

function deliveryOf(position: Position, state: ConversationState): Delivery {
  const other = otherOf(state.id, state.me);
  if (other === undefined) return 'sent';
  const read = state.read.get(other) ?? -1;
  if (read >= position) return 'read';
  return (state.delivered.get(other) ?? -1) >= position ? 'delivered' : 'sent';
}

/** The other person of a direct conversation; nobody in notes to oneself. */
export function otherOf(id: ConversationId, me: UserId): UserId | undefined {
  const [kind, a, b] = id.split(':');
  if (kind !== 'dm' || a === b) return undefined;
  return a === me ? b : a;
}

export function kindOf(id: ConversationId): ConversationKind {
  if (id.startsWith('dm:')) return 'dm';
  return id.startsWith('feed:') ? 'feed' : 'room';
}

/** What is known of the room itself, its name aside. */
function roomOf({
  room,
}: ConversationState): Pick<ConversationSnapshot, 'topic' | 'archived' | 'visibility' | 'settings'> {
  const of = <K extends keyof RoomChange>(field: K) => room.get(field) as RoomChange[K];
  const [topic, archived, visibility, settings] = [of('topic'), of('archived'), of('visibility'), of('settings')];
  return {
    ...(topic !== undefined && { topic }),
    ...(archived !== undefined && { archived }),
    ...(visibility && { visibility }),
    ...(settings && { settings }),
  };
}

function membersOf(state: ConversationState): ConversationSnapshot['members'] {
  const { present } = state.members;
  if (present.length > 0 || kindOf(state.id) !== 'dm') return present;
  return [...new Set(state.id.split(':').slice(1))].map((user) => ({ user }));
}

function marksOf(state: ConversationState): ConversationSnapshot['marks'] {
  const marks = new Map<UserId, { read: Position; delivered: Position }>();
  for (const [user, { value }] of state.read.entries()) marks.set(user, { read: value, delivered: value });
  for (const [user, { value }] of state.delivered.entries()) {
    const read = marks.get(user)?.read ?? -1;
    marks.set(user, { read, delivered: Math.max(read, value) });
  }
  marks.delete(state.me);
  // History tells nothing of those who have left.
  for (const user of marks.keys()) if (state.members.registers.get(user)?.in === false) marks.delete(user);
  return marks;
}

/** What there is to show of a conversation before anything is known. */
export function emptyConversation(id: ConversationId): ConversationSnapshot {
  const view = new ConversationView(new ConversationState(id, ''));
  return view.snapshot({ pending: [], typing: [], mine: noSettings });
}
