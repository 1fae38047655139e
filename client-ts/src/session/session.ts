import { Connection } from '../connection/connection';
import { Marks } from '../marks/marks';
import { TypingTeller } from '../marks/typing';
import { WatchList } from '../marks/watch';
import { Cell } from '../observable';
import { Outbox, type OutboxPorts } from '../outbox/outbox';
import type { ConversationId, Entry, Event, FrameOf, Limits, ServerFrame, SyncAnswer, User, UserId } from '../protocol';
import type { UserStorage } from '../storage/port';
import { Store } from '../store/store';
import { CatchUp } from '../sync/catch-up';
import { Keeper } from '../sync/keeper';
import { doorOf } from './door';
import { DraftList } from './draft-list';
import { Inflow } from './inflow';
import { NameLookup } from './names';
import { Pages } from './pages';
import type { SessionPorts } from './ports';

const adoptMillis = 60_000;
const soonMillis = 5_000;
const marksShownMax = 100;
const membersNamed = 10;
const hereNamedMax = 20;

/**
 * One signed-in user on this page: ties connection, catch-up, store, outbox and marks together. Frames flow
 * connection → inflow → fold; sync answers flow catch-up → store → keeper.
 */
export class Session {
  readonly store: Store;
  readonly connection: Connection;
  readonly outbox: Outbox;
  readonly marks: Marks;
  readonly typing: TypingTeller;
  readonly watching: WatchList;
  readonly pages: Pages;
  readonly limits = new Cell<Limits | undefined>(undefined);
  readonly #catchUp: CatchUp;
  readonly #keeper: Keeper;
  readonly #inflow: Inflow;
  readonly #names: NameLookup;
  readonly #drafts: DraftList;
  #blocksAsked = false;
  #adopting: (() => void) | undefined;

  constructor(
    readonly user: User,
    private readonly ports: SessionPorts,
    private readonly storage: UserStorage,
  ) {
    const { api, clock, random } = ports;
    const me = user.id;
    const store = new Store(me, clock);
    this.store = store;
    this.connection = new Connection(
      { ...ports, me, url: ports.socketUrl, door: doorOf(api) },
      this.connectionListener(),
    );
    const send: Connection['send'] = (frame) => this.connection.send(frame);
    this.outbox = new Outbox(this.outboxPorts());
    this.marks = new Marks({ me, clock, send, show: (id, position) => store.readAsked(id, position) });
    this.typing = new TypingTeller(clock, send);
    this.watching = new WatchList(clock, (watched) => send({ type: 'watch', ...watched }));
    this.pages = new Pages(api, store, (entries) => this.named(entries));
    this.#keeper = new Keeper(storage, store, clock);
    this.#inflow = new Inflow(clock, (frame) => this.fold(frame));
    this.#names = new NameLookup(
      api,
      clock,
      (users) => store.people.met(users),
      (told) => store.told(told),
    );
    this.#drafts = new DraftList({
      clock,
      random,
      list: () => api.drafts.list(),
      show: (drafts, newer) => store.drafts.are(drafts, newer),
    });
    this.#catchUp = new CatchUp(
      { clock, random, sync: (cursor, through) => api.sync.sync(cursor, through) },
      this.catchUpListener(),
    );
    store.people.met([user]);
  }

  /** Shows what is stored, then connects. */
  async start(): Promise<void> {
    const stored = await this.storage.state().catch(() => undefined);
    if (stored) {
      this.store.restore(stored.conversations, stored.own);
      this.#catchUp.cursor = stored.cursor;
      this.#keeper.holds(stored.cursor);
    }
    await this.adopt(soonMillis);
    this.connection.start();
    // Not waiting for a socket: history may answer while every chat node is down.
    this.#catchUp.request();
  }

  /** Everything handed over is written when this is done. */
  async stop(): Promise<void> {
    this.#adopting?.();
    this.#catchUp.stop();
    this.#names.stop();
    this.#drafts.lost();
    this.outbox.stop();
    this.marks.lost();
    this.connection.stop();
    this.#keeper.stop();
    await this.#keeper.settled;
    this.storage.close();
  }

  private outboxPorts(): OutboxPorts {
    const { store, storage } = this;
    return {
      ...this.ports,
      me: store.me,
      storage,
      send: (command) => this.connection.send(command),
      show: (id, entries) => store.pending(id, entries),
      accepted: (event) => {
        store.accepted(event);
        this.#keeper.soon();
      },
    };
  }

  private connectionListener(): ConstructorParameters<typeof Connection>[1] {
    return {
      foreign: (user) => this.ports.foreign(user),
      welcomed: (frame) => this.welcomed(frame),
      sync: (through) => {
        if (this.connection.state.getSnapshot().is === 'catching-up') this.#inflow.hold();
        this.#catchUp.request(through);
      },
      frame: (frame) => this.#inflow.take(frame),
      lost: () => this.lost(),
      hidden: () => {
        this.marks.flush();
        this.#keeper.flush();
      },
      bug: (code) => this.ports.report(`the server closed the socket with ${code}`),
    };
  }

  private catchUpListener(): ConstructorParameters<typeof CatchUp>[1] {
    return {
      applied: (answer) => this.applied(answer),
      reload: () => {
        this.store.reset();
        this.#keeper.reset();
      },
      done: () => {
        this.#inflow.release();
        this.connection.synced();
      },
      behind: () => {
        this.#inflow.release();
        this.connection.behind();
      },
      signedOut: () => this.connection.signedOut(),
    };
  }

  private welcomed({ user, limits }: FrameOf<'welcome'>): void {
    this.limits.set(limits);
    this.store.people.met([user]);
    void this.outbox.adopt().catch(() => undefined);
    this.outbox.connected(limits.answerMillis);
    this.marks.connected();
    this.watching.connected();
    this.#drafts.connected();
  }

  private lost(): void {
    this.outbox.lost();
    this.marks.lost();
    this.#drafts.lost();
    this.store.people.lost();
    this.#inflow.release();
  }

  private fold(frame: ServerFrame): void {
    if (frame.type === 'accepted' || frame.type === 'rejected') return this.outbox.answered(frame);
    if (frame.type === 'draft') this.#drafts.heard(frame.about);
    if (frame.type === 'online') this.hereNamed(frame);
    const changed = this.store.apply(frame);
    if (!('position' in frame)) return;
    this.outbox.seen(frame);
    this.marks.seen(frame);
    if (frame.type === 'mine' || frame.type === 'blocked') return;
    if (!changed) return;
    this.#keeper.soon();
    this.heardOf(frame.conversation, [frame]);
  }

  private applied(answer: SyncAnswer): void {
    this.store.synced(answer);
    for (const { id, events, readPosition, gone } of answer.conversations) {
      for (const event of events) {
        if (!('position' in event)) continue;
        this.outbox.seen(event);
        this.marks.seen(event);
      }
      if (readPosition !== undefined) this.marks.told(id, readPosition);
      if (!gone) this.heardOf(id, events);
    }
    this.#keeper.save(answer.cursor);
    const stream = answer.conversations.find(({ id }) => id === `me:${this.user.id}`);
    if (!this.#blocksAsked || stream?.limited) void this.askBlocks();
  }

  /** What reached this device is marked as delivered, and who or what it is about is looked up. */
  private heardOf(id: ConversationId, entries: readonly (Entry | Event)[]): void {
    const state = this.store.state(id);
    if (!state || id.startsWith('me:')) return;
    if (!state.summary) this.#names.conversation(id);
    this.named(entries);
    const { kind, last, members, memberCount = members.length } = this.store.item(id);
    for (const { user } of members.slice(0, membersNamed)) this.person(user);
    const shown = kind === 'dm' || (kind === 'room' && memberCount <= marksShownMax);
    if (!shown || last?.kind !== 'message' || last.own) return;
    const me = this.user.id;
    const reached = Math.max(state.read.get(me) ?? -1, state.delivered.get(me) ?? -1);
    if (last.position > reached) this.marks.delivered(id, last.position);
  }

  private named(entries: readonly (Entry | Event)[]): void {
    for (const entry of entries) {
      if ('from' in entry) this.person(entry.from);
      if ('users' in entry) entry.users.slice(0, membersNamed).forEach((user) => this.person(user));
      if ('user' in entry) this.person(entry.user);
    }
  }

  private hereNamed({ users = [], came = [] }: FrameOf<'online'>): void {
    for (const user of [...users.slice(0, hereNamedMax), ...came.slice(0, hereNamedMax)]) this.person(user);
  }

  private person(id: UserId): void {
    const isFeed = id.includes(':');
    if (!isFeed && !this.store.people.users.getSnapshot().has(id)) this.#names.user(id);
  }

  /** Whom one has blocked: a stream told from the beginning says nothing of it. Asked again with the next sync. */
  private async askBlocks(): Promise<void> {
    this.#blocksAsked = true;
    const seen = this.store.own.syncedTo;
    try {
      const users = await this.ports.api.blocks.list();
      this.store.people.met(users);
      this.store.own.blocked(
        users.map(({ id }) => id),
        seen,
      );
    } catch {
      this.#blocksAsked = false;
    }
  }

  /** A tab that is just being reloaded still counts as living for a moment: soon again, then now and then. */
  private async adopt(afterMillis = adoptMillis): Promise<void> {
    await this.outbox.adopt().catch(() => undefined);
    this.#adopting = this.ports.clock.after(afterMillis, () => void this.adopt());
  }
}
