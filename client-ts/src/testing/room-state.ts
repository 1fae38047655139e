import type { ConversationId, Event, Role, Room, Settings, UserId } from '../protocol';
import type { FakeLog } from './log';

export const fakeSettings: Settings = {
  history: 'all',
  posting: 'members',
  invite: 'members',
  everyone: 'admins',
  slowModeSeconds: 0,
};

/** One member as the room's service keeps it. */
export interface FakeMember {
  readonly role: Role;
  readonly joinedAt: string;
}

const ranks: Record<Role, number> = { reader: 0, member: 1, admin: 2, owner: 3 };

/** A room as its service keeps it, worked out from the log in the plainest way. */
export class FakeRoomState {
  readonly members = new Map<UserId, FakeMember>();
  #room: Omit<Room, 'id' | 'memberCount' | 'mine'> = {
    name: '',
    topic: '',
    visibility: 'public',
    archived: false,
    createdAt: '',
    settings: fakeSettings,
  };

  constructor(
    readonly id: ConversationId,
    log: FakeLog,
  ) {
    for (const event of log.of(id)) this.take(event);
  }

  get exists(): boolean {
    return this.#room.createdAt !== '';
  }

  seenBy(user: UserId): Room {
    const mine = this.members.get(user);
    return { ...this.#room, id: this.id, memberCount: this.members.size, ...(mine && { mine }) };
  }

  /** Whether they stand at least so high. */
  is(user: UserId, role: Role): boolean {
    const held = this.members.get(user);
    return held !== undefined && ranks[held.role] >= ranks[role];
  }

  /** Whether one may change what the other is, or send them away. */
  above(user: UserId, other: UserId): boolean {
    const [mine, theirs] = [this.members.get(user), this.members.get(other)];
    return mine !== undefined && this.is(user, 'admin') && ranks[mine.role] > (theirs ? ranks[theirs.role] : -1);
  }

  may(user: UserId, what: 'posting' | 'invite' | 'everyone'): boolean {
    return this.is(user, this.#room.settings[what] === 'admins' ? 'admin' : 'member');
  }

  private take(event: Event): void {
    switch (event.type) {
      case 'room':
        this.#room = {
          ...this.#room,
          ...event.changed,
          settings: { ...this.#room.settings, ...event.changed.settings },
          createdAt: this.#room.createdAt || event.at,
        };
        break;
      case 'joined':
        for (const user of event.users) this.members.set(user, { role: event.role, joinedAt: event.at });
        break;
      case 'left':
        this.members.delete(event.user);
        break;
      case 'role':
        this.members.set(event.user, {
          role: event.role,
          joinedAt: this.members.get(event.user)?.joinedAt ?? event.at,
        });
        break;
      default:
        break;
    }
  }
}
