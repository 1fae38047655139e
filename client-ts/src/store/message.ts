import type { EntryMessage, EntryReaction, FrameOf, Position, UserId } from '../protocol';

/** What may happen to a message after it was sent. */
export type Amendment = FrameOf<'edited'> | FrameOf<'deleted'> | FrameOf<'reacted'> | FrameOf<'pinned'>;

/** Whether an event counts: a repeat of an id that a lower position holds does not. */
export type Alive = (event: Amendment) => boolean;

interface Base {
  readonly view: EntryMessage;
  readonly asOf: Position;
}
interface Deletion {
  readonly at: string;
  readonly by: UserId;
  readonly position?: Position;
}

const usersShown = 10;

/**
 * One message: its newest known state and the amendments above that. Both may arrive in any order and any number of
 * times; amendments that arrive before their message wait here for it. A deletion is never undone.
 */
export class MessageFold {
  base: Base | undefined;
  deletion: Deletion | undefined;
  readonly amendments = new Map<Position, Amendment>();
  /** Rises with every change, for caches. */
  version = 0;

  /** Takes the message as it stood when everything up to `asOf` had happened. Whether that changed anything. */
  rebase(view: EntryMessage, asOf: Position): boolean {
    if (this.base && asOf <= this.base.asOf) return false;
    this.version += 1;
    this.base = { view, asOf };
    if (view.deleted) this.deletion ??= view.deleted;
    for (const position of this.amendments.keys()) if (position <= asOf) this.amendments.delete(position);
    return true;
  }

  amend(event: Amendment): boolean {
    if (event.type === 'deleted') {
      if (!this.earlier(event)) return false;
      this.version += 1;
      this.deletion = { at: event.at, by: event.from, position: event.position };
      return true;
    }
    if (this.amendments.has(event.position) || (this.base && event.position <= this.base.asOf)) return false;
    this.version += 1;
    this.amendments.set(event.position, event);
    return true;
  }

  /** Forgets what happened up to a position; what came later waits again. */
  forget(upTo: Position): void {
    this.version += 1;
    if (this.base && this.base.view.position <= upTo) this.base = undefined;
    if (!this.base && (this.deletion?.position ?? -1) <= upTo) this.deletion = undefined;
    for (const position of this.amendments.keys()) if (position <= upTo) this.amendments.delete(position);
  }

  get empty(): boolean {
    return !this.base && !this.deletion && this.amendments.size === 0;
  }

  /** Of two deletions the first one counts; a page tells it without its position, which the event then adds. */
  private earlier({ position, at, from }: Amendment): boolean {
    const held = this.deletion;
    if (!held) return true;
    return held.position === undefined ? held.at === at && held.by === from : position < held.position;
  }

  /** The present state; nothing while the message itself is unknown. `me` decides whose reactions are `mine`. */
  view(me: UserId, alive: Alive): EntryMessage | undefined {
    if (!this.base) return undefined;
    if (this.deletion) return withoutContent(this.base.view, this.deletion);
    const author = this.base.view.from;
    const events = [...this.amendments.values()]
      .filter((event) => alive(event) && (event.type !== 'edited' || event.from === author))
      .sort((a, b) => a.position - b.position);
    return events.reduce<EntryMessage>((view, event) => amended(view, event, me), this.base.view);
  }
}

/** Only what is named here is left, so that no content of a kind added later stays by mistake. */
function withoutContent(view: EntryMessage, { at, by }: Deletion): EntryMessage {
  const { conversation, position, id, from, at: sentAt, type, replyTo, thread, replies } = view;
  return {
    type,
    conversation,
    position,
    id,
    from,
    at: sentAt,
    deleted: { at, by },
    ...(replyTo !== undefined && { replyTo }),
    ...(thread !== undefined && { thread }),
    ...(replies && { replies }),
  };
}

function amended(view: EntryMessage, event: Amendment, me: UserId): EntryMessage {
  switch (event.type) {
    case 'edited': {
      const { mentions: _, ...rest } = view;
      const edited = { at: event.at, count: (view.edited?.count ?? 0) + 1 };
      return { ...rest, body: event.body, edited, ...(event.mentions && { mentions: event.mentions }) };
    }
    case 'reacted':
      return { ...view, reactions: reacted(view.reactions ?? [], event, me) };
    case 'pinned': {
      const { pinned: _, ...rest } = view;
      return event.on ? { ...rest, pinned: { at: event.at, by: event.from } } : rest;
    }
    case 'deleted':
      return withoutContent(view, { at: event.at, by: event.from });
  }
}

function reacted(all: readonly EntryReaction[], event: FrameOf<'reacted'>, me: UserId): EntryReaction[] {
  const { emoji, from, on } = event;
  const held = all.find((one) => one.emoji === emoji) ?? { emoji, count: 0, mine: false, users: [] };
  if (isOn(held, from, me) === on) return [...all];
  const users = held.users.filter((user) => user !== from);
  if (on && users.length < usersShown) users.push(from);
  const mine = from === me ? on : held.mine;
  const next: EntryReaction = { emoji, count: held.count + (on ? 1 : -1), mine, users };
  const present = all.some((one) => one.emoji === emoji);
  const changed = present ? all.map((one) => (one.emoji === emoji ? next : one)) : [...all, next];
  return changed.filter((one) => one.count > 0);
}

/** Unknown only for people beyond the ten that are listed: then each event is taken for a change. */
function isOn(held: EntryReaction, user: UserId, me: UserId): boolean | undefined {
  if (user === me) return held.mine;
  if (held.users.includes(user)) return true;
  return held.count > held.users.length ? undefined : false;
}
