import { Cell } from '../observable';
import type { ConversationId, FrameOf, Mine, Position, SyncAnswer, UserId } from '../protocol';
import { Registers, type Register } from './register';

/**
 * What stands in one's own stream (`me:…`): settings of conversations and blocks. Its positions do not compare with
 * those of conversations, so a setting told with a conversation counts from the stream's moment of the same answer.
 */
export class OwnStream {
  readonly blocks = new Registers<UserId, boolean>();
  /** Whom one has blocked, as it stands. */
  readonly blockedNow = new Cell<ReadonlySet<UserId>>(new Set());
  readonly changes = new Registers<ConversationId, Mine>();
  readonly #told = new Map<ConversationId, Told>();
  syncedTo: Position = -1;

  /** The conversation whose snapshot changed, if one did. */
  apply(event: FrameOf<'mine'> | FrameOf<'blocked'>): ConversationId | undefined {
    if (event.type === 'blocked') {
      this.blocks.set(event.user, event.on, event.position);
      this.blocksChanged();
      return undefined;
    }
    return this.changes.set(event.about, event.mine, event.position) ? event.about : undefined;
  }

  /** The stream's part of a sync answer first, then what the conversations of the same answer say. */
  synced({ conversations }: SyncAnswer): void {
    const stream = conversations.find(({ id }) => isOwn(id));
    for (const event of stream?.events ?? []) {
      if (event.type === 'mine' || event.type === 'blocked') this.apply(event);
    }
    this.syncedTo = Math.max(this.syncedTo, stream?.asOf ?? -1);
    for (const { id, mine } of conversations) if (mine) this.told(id, mine);
  }

  /** The whole list of blocks, as a plain call told it when the stream was known up to `seen`. */
  blocked(users: readonly UserId[], seen: Position): void {
    const held = [...this.blocks.entries()].map(([user]) => user);
    for (const user of new Set([...held, ...users])) this.blocks.set(user, users.includes(user), seen);
    this.blocksChanged();
  }

  /** What history says of one conversation, at the moment of the newest sync. */
  told(conversation: ConversationId, mine: Mine): void {
    this.#told.set(conversation, { mine, asOf: this.syncedTo });
  }

  /** A message ends hiding without an event of its own. */
  unhide(conversation: ConversationId): void {
    const mine = this.of(conversation);
    if (!mine.hidden) return;
    const asOf = Math.max(this.syncedTo, this.changes.positionOf(conversation));
    this.#told.set(conversation, { mine: { ...mine, hidden: false }, asOf });
  }

  of(conversation: ConversationId): Mine {
    const told = this.#told.get(conversation);
    const newer = this.changes.positionOf(conversation) > (told?.asOf ?? Number.NEGATIVE_INFINITY);
    return (newer ? this.changes.get(conversation) : told?.mine) ?? noSettings;
  }

  get stored(): StoredOwnStream {
    return {
      syncedTo: this.syncedTo,
      told: [...this.#told],
      changes: [...this.changes.entries()],
      blocks: [...this.blocks.entries()],
    };
  }

  restore({ syncedTo, told, changes, blocks }: StoredOwnStream): void {
    this.syncedTo = syncedTo;
    for (const [id, held] of told) this.#told.set(id, held);
    for (const [id, { value, position }] of changes) this.changes.set(id, value, position);
    for (const [id, { value, position }] of blocks) this.blocks.set(id, value, position);
    this.blocksChanged();
  }

  private blocksChanged(): void {
    const now = [...this.blocks.entries()].flatMap(([user, { value }]) => (value ? [user] : []));
    const before = this.blockedNow.getSnapshot();
    if (now.length !== before.size || now.some((user) => !before.has(user))) this.blockedNow.set(new Set(now));
  }
}

export interface StoredOwnStream {
  readonly syncedTo: Position;
  readonly told: readonly (readonly [ConversationId, Told])[];
  readonly changes: readonly (readonly [ConversationId, Register<Mine>])[];
  readonly blocks: readonly (readonly [UserId, Register<boolean>])[];
}

interface Told {
  readonly mine: Mine;
  readonly asOf: Position;
}

export const noSettings: Mine = { notify: 'all', favourite: false, hidden: false };

export function isOwn(id: ConversationId): boolean {
  return id.startsWith('me:');
}
