import { Cell } from '../observable';
import type { ConversationId, FrameOf, PresenceState, User, UserId } from '../protocol';
import type { OnlineMap, PresenceMap, UserDirectory } from './snapshot';

/** Names and faces by id, and who is there: best effort, newest wins. */
export class People {
  readonly users = new Cell<UserDirectory>(new Map());
  readonly presence = new Cell<PresenceMap>(new Map());
  readonly online = new Cell<OnlineMap>(new Map());

  met(users: readonly User[]): void {
    const held = this.users.getSnapshot();
    const news = users.filter((user) => !same(held.get(user.id), user));
    if (news.length === 0) return;
    this.users.set(
      new Map([...held, ...news.map((user): [UserId, User] => [user.id, { ...held.get(user.id), ...user }])]),
    );
  }

  saw(states: readonly PresenceState[]): void {
    const held = this.presence.getSnapshot();
    this.presence.set(new Map([...held, ...states.map((state): [UserId, PresenceState] => [state.id, state])]));
  }

  /** Who is there in a watched room: all of them first, then who came and went. */
  here({ conversation, total, users, came = [], went = [] }: FrameOf<'online'>): void {
    const held = users ?? this.online.getSnapshot().get(conversation)?.users ?? [];
    const gone = new Set(went);
    const now = [...new Set([...held, ...came])].filter((user) => !gone.has(user));
    this.online.set(new Map([...this.online.getSnapshot(), [conversation, { total, users: now }]]));
  }

  /** Nobody looks at that room any more. */
  unwatched(conversation: ConversationId): void {
    const left = new Map(this.online.getSnapshot());
    if (left.delete(conversation)) this.online.set(left);
  }

  /** Without a connection nobody can be told to be there. */
  lost(): void {
    if (this.presence.getSnapshot().size > 0) this.presence.set(new Map());
    if (this.online.getSnapshot().size > 0) this.online.set(new Map());
  }

  clear(): void {
    this.users.set(new Map());
    this.lost();
  }
}

function same(held: User | undefined, user: User): boolean {
  return held !== undefined && JSON.stringify({ ...held, ...user }) === JSON.stringify(held);
}
