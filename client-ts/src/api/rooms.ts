import type { ConversationId, Instant, Role, Room, Settings, User, UserId } from '../protocol';
import { path, type Http } from './http';

export interface NewRoom {
  readonly name: string;
  readonly topic?: string;
  readonly visibility: Room['visibility'];
  readonly settings?: Partial<Settings>;
}
/** Absent keeps. Of the settings only those named change. */
export interface RoomPatch {
  readonly name?: string;
  readonly topic?: string;
  readonly visibility?: Room['visibility'];
  readonly archived?: boolean;
  readonly settings?: Partial<Settings>;
}
export interface RoomPage {
  readonly rooms: Room[];
  readonly next?: string;
}
export interface Member {
  readonly user: User;
  readonly role: Role;
  readonly joinedAt: Instant;
}
export interface MemberPage {
  readonly members: Member[];
  readonly total: number;
  readonly next?: string;
}
export interface MembersAsked {
  readonly query?: string;
  readonly role?: Role;
  readonly after?: string;
  readonly limit?: number;
}
export interface Added {
  readonly added: UserId[];
  readonly skipped: { readonly id: UserId; readonly code: string }[];
}

/** Rooms, who is in them, and in which role. A room that one may not see is `not-found`. */
export class RoomCalls {
  constructor(private readonly http: Http) {}

  /** The caller becomes its owner. Rejects with `name-taken` for a public room of a name that another one has. */
  async create(room: NewRoom): Promise<Room> {
    return (await this.http.call<{ room: Room }>('POST', '/api/rooms', { body: room })).room;
  }

  /** Public ones that are not archived, by name. */
  find(query: string, after?: string, signal?: AbortSignal): Promise<RoomPage> {
    return this.http.get('/api/rooms', { query: query || undefined, after }, signal);
  }

  async get(id: ConversationId): Promise<Room> {
    return (await this.http.get<{ room: Room }>(path`/api/rooms/${id}`)).room;
  }

  async change(id: ConversationId, patch: RoomPatch): Promise<Room> {
    return (await this.http.call<{ room: Room }>('PATCH', path`/api/rooms/${id}`, { body: patch })).room;
  }

  /** With everything in it, for everybody. */
  remove(id: ConversationId): Promise<void> {
    return this.http.call('DELETE', path`/api/rooms/${id}`);
  }

  /** With the code of an invitation also a private one. */
  async join(id: ConversationId, invite?: string): Promise<Room> {
    const body = invite === undefined ? {} : { invite };
    return (await this.http.call<{ room: Room }>('POST', path`/api/rooms/${id}/join`, { body })).room;
  }

  leave(id: ConversationId): Promise<void> {
    return this.http.call('POST', path`/api/rooms/${id}/leave`, { body: {} });
  }

  members(id: ConversationId, asked: MembersAsked = {}, signal?: AbortSignal): Promise<MemberPage> {
    return this.http.get(path`/api/rooms/${id}/members`, { ...asked }, signal);
  }

  /** At most 500 at once; those who could not be added are named with the reason. */
  add(id: ConversationId, users: readonly UserId[], role?: Role): Promise<Added> {
    return this.http.call('POST', path`/api/rooms/${id}/members`, { body: { users, ...(role && { role }) } });
  }

  /** `owner` hands the room over; the giver becomes admin. */
  setRole(id: ConversationId, user: UserId, role: Role): Promise<void> {
    return this.http.call('PUT', path`/api/rooms/${id}/members/${user}`, { body: { role } });
  }

  /** Who is banned cannot join again until the ban is lifted. */
  expel(id: ConversationId, user: UserId, ban: boolean): Promise<void> {
    const url = path`/api/rooms/${id}/members/${user}`;
    return this.http.call('DELETE', url, ban ? { query: { ban: true } } : {});
  }

  /** The first 200 of those who cannot come back. */
  async bans(id: ConversationId): Promise<User[]> {
    const { bans } = await this.http.get<{ bans: { user: User }[] }>(path`/api/rooms/${id}/bans`, { limit: 200 });
    return bans.map(({ user }) => user);
  }

  unban(id: ConversationId, user: UserId): Promise<void> {
    return this.http.call('DELETE', path`/api/rooms/${id}/bans/${user}`);
  }
}
