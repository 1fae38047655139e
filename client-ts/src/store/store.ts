import type { Clock } from '../clock';
import type { Readable } from '../observable';
import {
  isEvent,
  type ConversationId,
  type Event,
  type Page,
  type Position,
  type ServerFrame,
  type SyncAnswer,
  type UserId,
} from '../protocol';
import { ConversationState, type Asked } from './conversation';
import { DraftBoard } from './draft-board';
import { Lazy } from './lazy';
import { activity, itemOf } from './list-item';
import { isOwn, OwnStream, type StoredOwnStream } from './own-stream';
import { People } from './people';
import type {
  ConversationListItem,
  ConversationListSnapshot,
  ConversationSnapshot,
  PendingEntry,
  ThreadSnapshot,
} from './snapshot';
import { restored, stored, type StoredConversation } from './stored';
import { momentOf, type Told } from './summary';
import { threadOf } from './thread';
import { TypingBoard } from './typing';
import { ConversationView, type Surround } from './view';

interface Held {
  state: ConversationState;
  view: ConversationView;
  readonly snapshot: Lazy<ConversationSnapshot>;
  readonly item: Lazy<ConversationListItem>;
  readonly threads: Map<Position, Lazy<ThreadSnapshot>>;
  pending: readonly PendingEntry[];
  anchor?: Position;
  readAsked?: Position;
}

const noneYet: readonly PendingEntry[] = [];

/** Everything one user's page knows, folded from frames, pages and sync answers; read through immutable snapshots. */
export class Store {
  readonly people = new People();
  readonly drafts = new DraftBoard();
  readonly list: Readable<ConversationListSnapshot>;
  readonly own = new OwnStream();
  readonly #held = new Map<ConversationId, Held>();
  readonly #list: Lazy<ConversationListSnapshot>;
  readonly #typing: TypingBoard;
  #dirty = new Set<ConversationId>();
  #removed = new Set<ConversationId>();
  #loaded = false;

  constructor(
    readonly me: UserId,
    clock: Clock,
  ) {
    this.#typing = new TypingBoard(clock, (id) => this.touch(id));
    this.#list = new Lazy(() => this.listed());
    this.list = this.#list;
  }

  conversation(id: ConversationId): Readable<ConversationSnapshot> {
    return this.hold(id).snapshot;
  }

  /** One thread of it. */
  thread(id: ConversationId, root: Position): Readable<ThreadSnapshot> {
    const held = this.hold(id);
    let thread = held.threads.get(root);
    if (!thread) {
      thread = new Lazy(() => threadOf(root, held.state, held.view, this.surround(id, held)));
      held.threads.set(root, thread);
    }
    return thread;
  }

  /** What a list shows of it: cheaper than a snapshot. */
  item(id: ConversationId): ConversationListItem {
    return this.hold(id).item.getSnapshot();
  }

  /** The folded state behind a snapshot; read only. */
  state(id: ConversationId): ConversationState | undefined {
    return this.#held.get(id)?.state;
  }

  /** Every conversation heard of, in no order. */
  get ids(): ConversationId[] {
    return [...this.#held.keys()];
  }

  /** Folds one live frame; whether it was an event that changed something. */
  apply(frame: ServerFrame): boolean {
    if (isEvent(frame)) return this.event(frame);
    switch (frame.type) {
      case 'typing':
        if (frame.from !== this.me) this.#typing.saw(frame);
        return false;
      case 'presence':
        this.people.saw(frame.users);
        return false;
      case 'online':
        this.people.here(frame);
        return false;
      case 'profile':
        this.people.met([frame.user]);
        return false;
      case 'draft':
        this.drafts.put(frame.about, frame.draft);
        return false;
      default:
        return false; // Answers and news about the socket are not state; feeds' values are read as frames.
    }
  }

  /** Folds what an `accepted` says about one's own command. */
  accepted(event: Event): void {
    if (event.type !== 'message') return void this.apply(event);
    this.hold(event.conversation).state.accepted(event);
    this.own.unhide(event.conversation);
    this.touch(event.conversation);
  }

  synced(answer: SyncAnswer): void {
    this.own.synced(answer);
    for (const changed of answer.conversations) {
      if (isOwn(changed.id)) continue;
      if (changed.gone) {
        this.drop(changed.id);
        continue;
      }
      this.hold(changed.id).state.synced(changed);
      this.people.met(changed.members ?? []);
      this.touch(changed.id);
    }
    this.#loaded = true;
    this.#list.invalidate();
  }

  page(id: ConversationId, page: Page, asked: Asked): void {
    this.folded(id, (state) => state.page(page, asked));
  }

  /** Folds whatever else was told of one conversation. */
  folded(id: ConversationId, fold: (state: ConversationState) => void): void {
    fold(this.hold(id).state);
    this.touch(id);
  }

  /** A conversation as a plain call told it: outside of a sync, so its moment is estimated from below. */
  told(conversation: Told): void {
    const { state } = this.hold(conversation.id);
    if (!state.summary) state.rebase(momentOf(conversation));
    if (conversation.mine) this.own.told(conversation.id, conversation.mine);
    this.people.met(conversation.members ?? []);
    this.touch(conversation.id);
  }

  /** Shows the stretch that holds the position; the newest one when absent. */
  anchor(id: ConversationId, position: Position | undefined): void {
    const held = this.hold(id);
    if (position === undefined) delete held.anchor;
    else held.anchor = position;
    this.touch(id);
  }

  anchorOf(id: ConversationId): Position | undefined {
    return this.#held.get(id)?.anchor;
  }

  /** What of the outbox shows in this conversation. */
  pending(id: ConversationId, entries: readonly PendingEntry[]): void {
    this.hold(id).pending = entries;
    this.touch(id);
  }

  /** Shows a mark before the server has it; `undefined` once it came back. */
  readAsked(id: ConversationId, position: Position | undefined): void {
    const held = this.hold(id);
    if (position === undefined) delete held.readAsked;
    else held.readAsked = position;
    this.touch(id);
  }

  /** Forgets everything told by the server, as after `reload`; subscriptions and the outbox's entries stay. */
  reset(): void {
    for (const id of this.#held.keys()) this.drop(id);
    this.#typing.clear();
    this.#loaded = false;
    this.#list.invalidate();
  }

  /** What changed since the last call, for storing beside the cursor. */
  takeChanges(): { changed: StoredConversation[]; removed: ConversationId[]; own: StoredOwnStream } {
    const changed = [...this.#dirty].flatMap((id) => this.#held.get(id)?.state ?? []).map(stored);
    const removed = [...this.#removed];
    this.#dirty = new Set();
    this.#removed = new Set();
    return { changed, removed, own: this.own.stored };
  }

  whole(): StoredConversation[] {
    return [...this.#held.values()].filter(({ state }) => state.version > 0).map(({ state }) => stored(state));
  }

  restore(conversations: readonly StoredConversation[], own: StoredOwnStream): void {
    this.own.restore(own);
    for (const one of conversations) {
      const held = this.hold(one.id);
      held.state = restored(one, this.me);
      held.state.version += 1;
      held.view = new ConversationView(held.state);
      this.people.met(one.summary?.members ?? []);
      this.touch(one.id);
    }
    this.#dirty = new Set();
    this.#loaded = true;
    this.#list.invalidate();
  }

  private event(event: Event): boolean {
    if (event.type === 'mine' || event.type === 'blocked') {
      const about = this.own.apply(event);
      if (about) this.touch(about);
      return about !== undefined;
    }
    const { conversation: id } = event;
    if (!this.hold(id).state.apply(event)) return false;
    if (event.type === 'message') {
      this.#typing.ended(id, event.from);
      this.own.unhide(id);
    }
    this.touch(id);
    return true;
  }

  private hold(id: ConversationId): Held {
    const known = this.#held.get(id);
    if (known) return known;
    const state = new ConversationState(id, this.me);
    const held: Held = {
      state,
      view: new ConversationView(state),
      snapshot: new Lazy(() => held.view.snapshot(this.surround(id, held))),
      item: new Lazy(() => itemOf(held.view, this.surround(id, held))),
      threads: new Map(),
      pending: noneYet,
    };
    this.#held.set(id, held);
    return held;
  }

  private surround(id: ConversationId, { pending, anchor, readAsked }: Held): Surround {
    return {
      pending,
      typing: this.#typing.of(id),
      mine: this.own.of(id),
      ...(anchor !== undefined && { anchor }),
      ...(readAsked !== undefined && { readAsked }),
    };
  }

  private touch(id: ConversationId): void {
    const held = this.#held.get(id);
    if (!held) return;
    this.#dirty.add(id);
    this.#removed.delete(id);
    held.snapshot.invalidate();
    held.item.invalidate();
    for (const thread of held.threads.values()) thread.invalidate();
    this.#list.invalidate();
  }

  private drop(id: ConversationId): void {
    const held = this.hold(id);
    held.state = new ConversationState(id, this.me);
    held.view = new ConversationView(held.state);
    delete held.anchor;
    this.touch(id);
    this.#dirty.delete(id);
    this.#removed.add(id);
  }

  private listed(): ConversationListSnapshot {
    const conversations = [...this.#held.values()]
      .filter(
        ({ state, pending }) =>
          (state.version > 0 || pending.length > 0) && state.members.registers.get(this.me)?.in !== false,
      )
      .map(({ item }) => item.getSnapshot())
      .filter(({ mine, pending }) => !mine.hidden || pending > 0)
      .sort((a, b) => activity(b).localeCompare(activity(a)) || a.id.localeCompare(b.id));
    return { conversations, loaded: this.#loaded };
  }
}
