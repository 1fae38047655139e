import type { ConversationId, Role, RoomChange, Settings, User, UserId } from '../protocol';
import { Refusal, unknownHere, type FakeCall, type FakeRoutes } from './call';
import type { FakeChat } from './chat';
import type { FakeLog } from './log';
import { FakeRoomState, fakeSettings } from './room-state';

interface FakeInvite {
  readonly room: ConversationId;
  readonly code: string;
  readonly expiresAt?: string;
  usesLeft?: number;
}

/** `/api/rooms` and `/api/invites`, with the rights of the contract's table. */
export class FakeRoomRoutes implements FakeRoutes {
  readonly bans = new Map<ConversationId, Set<UserId>>();
  readonly invites: FakeInvite[] = [];
  readonly #deleted = new Set<ConversationId>();

  constructor(
    private readonly log: FakeLog,
    private readonly users: ReadonlyMap<UserId, User>,
    private readonly chat: FakeChat,
  ) {}

  answer(call: FakeCall): unknown {
    const { method, parts, me } = call;
    const [group, id = '', part] = parts;
    if (group === 'invites') return this.lookedAt(id, me);
    if (group !== 'rooms') return unknownHere;
    if (id === '') return method === 'POST' ? this.create(call) : this.find(call);
    const room = new FakeRoomState(id, this.log);
    const member = room.members.has(me.id);
    const invited = this.valid(String(call.body['invite']))?.room === id;
    const hidden = room.seenBy(me.id).visibility === 'private' && !member && !invited;
    if (!room.exists || hidden || this.#deleted.has(id)) throw new Refusal('not-found');
    switch (part) {
      case undefined:
        return this.one(call, room);
      case 'join':
        return this.join(call, room);
      case 'leave':
        return this.leave(room, me.id);
      case 'members':
        return this.member(call, room);
      case 'bans':
        return this.banned(call, room);
      case 'invites':
        return this.invitations(call, room);
      default:
        return unknownHere;
    }
  }

  private create({ body, me }: FakeCall): unknown {
    const id = `room:01JD3ZR${String(this.log.end).padStart(19, '0')}`;
    const { name, topic = '', visibility = 'public' } = body as RoomChange;
    const taken = this.all(me.id).some((room) => room.visibility === 'public' && same(room.name, name));
    if (visibility === 'public' && taken) throw new Refusal('name-taken');
    const settings = { ...fakeSettings, ...(body['settings'] as Partial<Settings> | undefined) };
    const changed = { name: String(name), topic, visibility, archived: false, settings };
    this.chat.happen({ type: 'room', conversation: id, from: me.id, changed });
    this.chat.happen({ type: 'joined', conversation: id, from: me.id, users: [me.id], role: 'owner' });
    return { room: new FakeRoomState(id, this.log).seenBy(me.id) };
  }

  private find({ query, me }: FakeCall): unknown {
    const text = (query.get('query') ?? '').toLowerCase();
    const rooms = this.all(me.id)
      .filter((room) => room.visibility === 'public' && !room.archived)
      .filter(({ name, topic }) => `${name} ${topic}`.toLowerCase().includes(text));
    return { rooms: rooms.sort((a, b) => a.name.localeCompare(b.name)) };
  }

  private all(me: UserId) {
    const ids = new Set(this.log.records.map(({ conversation }) => conversation));
    const rooms = [...ids].filter((id) => id.startsWith('room:') && !this.#deleted.has(id));
    return rooms.map((id) => new FakeRoomState(id, this.log).seenBy(me));
  }

  private one({ method, body, me }: FakeCall, room: FakeRoomState): unknown {
    if (method === 'GET') return { room: room.seenBy(me.id) };
    const { settings, ...fields } = body as Omit<RoomChange, 'settings'> & { settings?: Partial<Settings> };
    const owners = method === 'DELETE' || 'visibility' in fields || 'archived' in fields;
    if (!room.is(me.id, owners ? 'owner' : 'admin')) throw new Refusal('forbidden');
    if (method === 'DELETE') return this.remove(room, me.id);
    const now = room.seenBy(me.id).settings;
    const changed = { ...fields, ...(settings && { settings: { ...now, ...settings } }) };
    this.chat.happen({ type: 'room', conversation: room.id, from: me.id, changed });
    return { room: new FakeRoomState(room.id, this.log).seenBy(me.id) };
  }

  private remove(room: FakeRoomState, from: UserId): undefined {
    for (const user of room.members.keys()) this.gone(room, from, user, 'removed');
    this.#deleted.add(room.id);
  }

  private join({ me }: FakeCall, room: FakeRoomState): unknown {
    const { id } = room;
    if (this.bans.get(id)?.has(me.id)) throw new Refusal('forbidden');
    if (room.seenBy(me.id).archived) throw new Refusal('archived');
    if (!room.members.has(me.id)) {
      this.chat.happen({ type: 'joined', conversation: id, from: me.id, users: [me.id], role: 'member' });
    }
    return { room: new FakeRoomState(id, this.log).seenBy(me.id) };
  }

  private leave(room: FakeRoomState, me: UserId): undefined {
    const owner = room.members.get(me)?.role === 'owner';
    this.gone(room, me, me, 'left');
    const others = [...room.members].filter(([user]) => user !== me);
    const heir = others.find(([, { role }]) => role === 'admin') ?? others[0];
    if (owner && heir) {
      this.chat.happen({ type: 'role', conversation: room.id, from: me, user: heir[0], role: 'owner' });
    }
  }

  private member({ method, parts, body, query, me }: FakeCall, room: FakeRoomState): unknown {
    const { id } = room;
    if (!room.members.has(me.id)) throw new Refusal('not-found');
    if (method === 'GET') return this.members(query, room);
    if (method === 'POST') return this.add(body, me.id, room);
    const user = parts[3] ?? '';
    const role = body['role'] as Role | undefined;
    if (role === 'owner' ? !room.is(me.id, 'owner') : !room.above(me.id, user)) throw new Refusal('forbidden');
    if (method === 'DELETE') {
      const ban = query.get('ban') === 'true';
      if (ban) this.bans.set(id, new Set([...(this.bans.get(id) ?? []), user]));
      return this.gone(room, me.id, user, ban ? 'banned' : 'removed');
    }
    this.chat.happen({ type: 'role', conversation: id, from: me.id, user, role: role ?? 'member' });
    if (role !== 'owner') return undefined;
    this.chat.happen({ type: 'role', conversation: id, from: me.id, user: me.id, role: 'admin' });
    return undefined;
  }

  private members(query: URLSearchParams, room: FakeRoomState): unknown {
    const text = (query.get('query') ?? '').toLowerCase();
    const [from, limit] = [Number(query.get('after') ?? 0), Number(query.get('limit') ?? 50)];
    const found = [...room.members].flatMap(([id, { role, joinedAt }]) => {
      const user = this.users.get(id);
      const named = user && `${user.username} ${user.displayName}`.toLowerCase().includes(text);
      return named && (query.get('role') ?? role) === role ? [{ user, role, joinedAt }] : [];
    });
    const next = from + limit < found.length ? { next: String(from + limit) } : {};
    return { members: found.slice(from, from + limit), total: found.length, ...next };
  }

  private add(body: FakeCall['body'], from: UserId, room: FakeRoomState): unknown {
    if (!room.may(from, 'invite')) throw new Refusal('forbidden');
    const asked = body['users'] as UserId[];
    const why = (user: UserId): string | undefined =>
      room.members.has(user) ? 'member' : this.bans.get(room.id)?.has(user) ? 'banned' : undefined;
    const users = asked.filter((user) => why(user) === undefined);
    const role = (body['role'] as Role | undefined) ?? 'member';
    if (users.length > 0) this.chat.happen({ type: 'joined', conversation: room.id, from, users, role });
    const skipped = asked.flatMap((id) => (users.includes(id) ? [] : [{ id, code: why(id) }]));
    return { added: users, skipped };
  }

  private banned({ method, parts, me }: FakeCall, room: FakeRoomState): unknown {
    if (!room.is(me.id, 'admin')) throw new Refusal('forbidden');
    const bans = this.bans.get(room.id) ?? new Set();
    if (method === 'GET') return { bans: [...bans].map((user) => ({ user: this.users.get(user) })) };
    bans.delete(parts[3] ?? '');
    return undefined;
  }

  private invitations({ method, parts, body, me }: FakeCall, room: FakeRoomState): unknown {
    if (!room.may(me.id, 'invite')) throw new Refusal('forbidden');
    const { id } = room;
    if (method === 'GET') return { invites: this.invites.filter((one) => one.room === id).map(told) };
    if (method === 'DELETE') {
      const at = this.invites.findIndex(({ code }) => code === parts[3]);
      if (at >= 0) this.invites.splice(at, 1);
      return undefined;
    }
    const { expiresAt, uses } = body as { expiresAt?: string; uses?: number };
    const code = `k7h2${String(this.invites.length).padStart(4, 'q')}`;
    const limits = { ...(expiresAt && { expiresAt }), ...(uses !== undefined && { usesLeft: uses }) };
    this.invites.push({ room: id, code, ...limits });
    return { invite: told(this.invites.at(-1)!) };
  }

  private lookedAt(code: string, me: User): unknown {
    const invite = this.valid(code);
    if (!invite) throw new Refusal('not-found');
    const { id, name, topic, memberCount } = new FakeRoomState(invite.room, this.log).seenBy(me.id);
    return { room: { id, name, topic, memberCount } };
  }

  private valid(code: string): FakeInvite | undefined {
    return this.invites.find((invite) => invite.code === code && !this.#deleted.has(invite.room));
  }

  private gone(room: FakeRoomState, from: UserId, user: UserId, reason: 'left' | 'removed' | 'banned'): undefined {
    this.chat.happen({ type: 'left', conversation: room.id, from, user, reason });
  }
}

function told({ room: _, code, ...limits }: FakeInvite): unknown {
  return { code, url: `http://localhost:8080/invites/${code}`, ...limits };
}

function same(a: string, b: string | undefined): boolean {
  return a.toLowerCase() === b?.toLowerCase();
}
