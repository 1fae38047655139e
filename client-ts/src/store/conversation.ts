import {
  assertNever,
  type Entry,
  type EntryMessage,
  type Event,
  type Mark,
  type Page,
  type Position,
  type Room,
  type RoomChange,
  type SystemLine,
  type UserId,
} from '../protocol';
import { Intervals } from './intervals';
import { Members } from './membership';
import { MessageFold, type Amendment } from './message';
import { Registers } from './register';
import { summaryOf, type Changed, type Summary } from './summary';

/** Events of the log that belong to a conversation (the rest belongs to a user's own stream). */
export type ConversationEvent = Exclude<Event, { type: 'mine' | 'blocked' }>;

/** A page or stretch asked for: what it says about completeness depends on the question. */
export type Asked = { before?: Position; after?: Position; around?: Position };

const beginning = -1;
const future = Number.POSITIVE_INFINITY;

/**
 * All that is known of one conversation (protocol rules 2 and 13). Events, pages and synced summaries may be folded
 * in any order and any number of times; the outcome is the same. Not safe for use while iterating; one thread.
 */
export class ConversationState {
  summary: Summary | undefined;
  /** The highest position a sync has covered for this conversation. */
  syncedTo: Position = beginning;
  readonly messages = new Map<Position, MessageFold>();
  readonly lines = new Map<Position, SystemLine>();
  readonly members = new Members();
  readonly read = new Registers<UserId, Mark>();
  /** By the mark itself, not by the event that brought it. */
  readonly delivered = new Registers<UserId, Mark>();
  readonly room = new Registers<keyof RoomChange, unknown>();
  readonly covered = new Intervals();
  /** The lowest position that carries an id, by `sender/id`: the others are dead. */
  readonly holders = new Map<string, Position>();
  /** Positions of replies by root. */
  readonly threads = new Map<Position, Set<Position>>();
  /** From which position on a thread is held as a whole, by root. */
  readonly threadFrom = new Map<Position, Position>();
  /** The moment of the last sync that made this forget what came before. */
  #limitedAt: Position = beginning;
  /** Rises with every change, for caches. */
  version = 0;
  /** Rises when an id turned out to be held twice. */
  repeats = 0;

  constructor(
    readonly id: string,
    readonly me: UserId,
  ) {}

  /** Folds one event; whether anything changed. */
  apply(event: ConversationEvent): boolean {
    const changed = this.fold(event);
    if (changed) this.version += 1;
    return changed;
  }

  /**
   * Folds one's own message from what was sent and the answer to it. The event itself, which may differ in what the
   * server normalised, still replaces it.
   */
  accepted(message: EntryMessage): void {
    if (this.entry(message, message.position - 0.5)) this.version += 1;
  }

  /** Folds what history says about the whole conversation. */
  rebase(summary: Summary): void {
    if (this.summary && summary.asOf < this.summary.asOf) return;
    const { asOf } = summary;
    this.summary = summary;
    if (summary.role) this.members.registers.set(this.me, { in: true, role: summary.role }, asOf);
    this.members.rebase(asOf, summary.memberCount, summary.members);
    if (summary.name !== undefined) this.room.set('name', summary.name, asOf);
    if (summary.topic !== undefined) this.room.set('topic', summary.topic, asOf);
    if (summary.readPosition !== undefined) this.read.set(this.me, summary.readPosition, asOf);
    for (const { user, read, delivered } of summary.marks ?? []) {
      if (user !== this.me) this.read.set(user, read, asOf);
      this.reached(user, delivered);
    }
    if (summary.last) this.entry(summary.last, asOf);
    this.version += 1;
  }

  /** Folds one conversation of a sync answer. */
  synced(changed: Changed): void {
    const { asOf, events, limited } = changed;
    const isNew = this.covered.tail === undefined;
    if (limited) this.forget(asOf);
    if (limited) this.#limitedAt = Math.max(this.#limitedAt, asOf);
    for (const event of events as readonly (Entry | Event)[]) {
      if (limited && isEntry(event)) this.entry(event, asOf);
      else if (event.type !== 'mine' && event.type !== 'blocked') this.apply(event as ConversationEvent);
    }
    // After the events: the summary is newer than any of them, but says less about single people.
    this.rebase(summaryOf(changed));
    const first = events.reduce(
      (least, event) => ('position' in event ? Math.min(least, event.position) : least),
      asOf + 1,
    );
    if (limited || isNew) this.covered.add({ from: first, to: future });
    this.syncedTo = Math.max(this.syncedTo, asOf);
    this.version += 1;
  }

  /** Folds a page; which stretch it completes follows from what was asked. */
  page(page: Page, asked: Asked): void {
    for (const entry of page.messages) this.entry(entry, page.asOf);
    this.covered.add(this.stretch(page, asked));
    this.version += 1;
  }

  /** Folds entries that make no stretch of the main line. */
  loose(page: Page): void {
    for (const entry of page.messages) this.entry(entry, page.asOf);
    this.version += 1;
  }

  /** Folds a page of one thread. One from before a limited sync may lack replies and makes nothing complete. */
  threadPage(root: Position, page: Page): void {
    this.loose(page);
    const first = page.messages[0]?.position ?? beginning;
    const from = page.hasMore ? first : beginning;
    if (page.asOf >= this.#limitedAt) this.threadFrom.set(root, Math.min(from, this.threadFrom.get(root) ?? future));
  }

  /**
   * Folds the room as a plain call told it. The call was made when everything up to `seen` was known here, and the
   * server answers with nothing older; what came meanwhile is set again by its own event.
   */
  roomTold(room: Room, seen: Position): void {
    const { name, topic, visibility, archived, settings, mine } = room;
    const fields = { name, topic, visibility, archived, settings };
    for (const [field, value] of Object.entries(fields)) this.room.set(field as keyof RoomChange, value, seen);
    if (mine) this.members.registers.set(this.me, { in: true, role: mine.role }, seen);
    this.version += 1;
  }

  /** The highest position of which anything is known. */
  get seen(): Position {
    const told = Math.max(this.syncedTo, this.summary?.asOf ?? beginning);
    return [...this.lines.keys(), ...this.messages.keys()].reduce((most, one) => Math.max(most, one), told);
  }

  /** Forgets everything up to a position, but nothing that came after it. */
  forget(upTo: Position): void {
    this.summary = undefined;
    this.covered.clear();
    this.threadFrom.clear();
    this.members.forget(upTo);
    // What has reached a device stays so.
    for (const registers of [this.read, this.room]) registers.forget(upTo);
    for (const position of this.lines.keys()) if (position <= upTo) this.lines.delete(position);
    for (const [key, position] of this.holders) if (position <= upTo) this.holders.delete(key);
    for (const [position, fold] of this.messages) {
      fold.forget(upTo);
      if (fold.empty) this.messages.delete(position);
    }
    this.threads.clear();
    for (const { base } of this.messages.values()) if (base) this.threaded(base.view);
    this.version += 1;
  }

  /** The present state of a message, whether alive or dead. */
  view(position: Position): EntryMessage | undefined {
    return this.messages.get(position)?.view(this.me, this.alive);
  }

  readonly alive = (event: Pick<Amendment, 'from' | 'id' | 'position'>): boolean =>
    (this.holders.get(keyOf(event.from, event.id)) ?? event.position) >= event.position;

  private fold(event: ConversationEvent): boolean {
    switch (event.type) {
      case 'message':
        return this.entry(event, event.position);
      case 'edited':
      case 'deleted':
      case 'reacted':
      case 'pinned':
        this.holds(event.from, event.id, event.position);
        return this.message(event.target).amend(event);
      case 'voided':
        return this.holds(event.from, event.id, event.position);
      case 'read': {
        // Beyond the newest counts as the newest.
        const upTo = Math.min(event.upTo, event.position);
        const reached = this.reached(event.from, upTo);
        return this.read.set(event.from, upTo, event.position) || reached;
      }
      case 'delivered':
        return this.reached(event.from, Math.min(event.upTo, event.position));
      case 'joined':
      case 'left':
      case 'role': {
        if (this.repeated(event)) return false;
        const counted = this.members.apply(event);
        return this.entry(event, event.position) || counted;
      }
      case 'room': {
        if (this.repeated(event)) return false;
        return this.entry(event, event.position);
      }
      default:
        return assertNever(event);
    }
  }

  /** Having been reached only moves forward, also when somebody marks as unread: the highest wins, not the newest. */
  private reached(user: UserId, upTo: Mark): boolean {
    return this.delivered.set(user, upTo, upTo);
  }

  /** A change of the room that stands twice in the log: the higher one is dead. */
  private repeated({ change, position }: { change?: number; position: Position }): boolean {
    if (change === undefined) return false;
    const key = keyOf(this.id, String(change));
    const held = this.holders.get(key);
    if (held === undefined || position < held) this.holders.set(key, position);
    return held !== undefined && held < position;
  }

  private entry(entry: Entry, asOf: Position): boolean {
    if (entry.type !== 'message') {
      if (this.lines.has(entry.position)) return false;
      this.lines.set(entry.position, entry);
      // Also from a page: it is a register like the event, so a room loaded afresh knows what a live one does.
      if (entry.type === 'room') this.changed(entry.changed, entry.position);
      return true;
    }
    this.holds(entry.from, entry.id, entry.position);
    this.threaded(entry);
    return this.message(entry.position).rebase(entry, asOf);
  }

  private changed(changed: RoomChange, position: Position): void {
    const fields = Object.entries(changed) as [keyof RoomChange, unknown][];
    for (const [field, value] of fields) this.room.set(field, value, position);
    // A room that was deleted has no members; whoever was in it is told by this event alone.
    if ('deleted' in changed) this.members.registers.set(this.me, { in: false }, position);
  }

  private message(position: Position): MessageFold {
    let fold = this.messages.get(position);
    if (!fold) this.messages.set(position, (fold = new MessageFold()));
    return fold;
  }

  private holds(from: UserId, id: string, position: Position): boolean {
    const key = keyOf(from, id);
    const held = this.holders.get(key);
    if (held === position) return false;
    if (held !== undefined) this.repeats += 1;
    if (held !== undefined && held < position) return true;
    this.holders.set(key, position);
    return true;
  }

  /** Remembers a reply under its root. */
  threaded({ thread, position }: EntryMessage): void {
    if (thread === undefined) return;
    const replies = this.threads.get(thread);
    if (replies) replies.add(position);
    else this.threads.set(thread, new Set([position]));
  }

  private stretch({ messages, asOf, hasMore, hasMoreAfter = false }: Page, { before, after, around }: Asked) {
    const positions = messages.map(({ position }) => position);
    const first = positions.length > 0 ? Math.min(...positions) : undefined;
    const last = positions.length > 0 ? Math.max(...positions) : asOf;
    // A page older than the last sync does not join the future: what lies between is not in it.
    const end = asOf >= this.syncedTo ? future : asOf;
    if (after !== undefined) return { from: after + 1, to: hasMore ? last : end };
    const from = hasMore && first !== undefined ? first : beginning;
    if (before !== undefined) return { from, to: before - 1 };
    return { from, to: around !== undefined && hasMoreAfter ? last : end };
  }
}

/** What a repeated id is recognised by. */
export function keyOf(from: UserId, id: string): string {
  return `${from}/${id}`;
}

function isEntry(event: Entry | Event): event is Entry {
  return ['message', 'joined', 'left', 'role', 'room'].includes(event.type);
}
