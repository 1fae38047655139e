import { directConversation, type Event, type MessageId, type Position, type RoomChange, type User } from '@postrider/client';
import type { FakeHost } from './host';

/** The moment at which all pictures are taken. */
export const moment = new Date('2026-11-20T14:32:10.000Z');

type Draughted = Parameters<FakeHost['fake']['chat']['happen']>[0];
interface Said { readonly replyTo?: Position; readonly thread?: Position; readonly everyone?: 'members' | 'online'; readonly mentions?: readonly string[] }

const minute = 60_000;
const nobody: readonly [string, string, string][] = [
  ['wren', 'Wren Halloway', '#1f6f5c'],
  ['juniper', 'Juniper Vale', '#b4472e'],
  ['moss', 'Moss Okonjo', '#5d6b2f'],
  ['tansy', 'Tansy Lindqvist', '#c08a1e'],
  ['alder', 'Alder Quill', '#5b57b8'],
  ['sorrel', 'Sorrel Ash', '#8b4aa0'],
  ['bracken', 'Bracken Fenwick', '#2f6db5'],
  ['maximiliane', 'Maximiliane-Theodora von Hohenwaldeck-Sternbergshausen zu Oberniederau', '#b23a67'],
  ['rowan', 'Rowan Achebe', '#2f6db5'],
  ['hazel', 'Hazel Moreau', '#8b4aa0'],
  ['linden', 'Linden Park', '#5b57b8'],
];

/** The invented people of the pictures, and what they wrote to one another before the picture is taken. */
export class World {
  readonly people = new Map<string, User>();

  constructor(readonly host: FakeHost) {
    host.now = () => moment;
    for (const [username, displayName, color] of nobody) {
      this.people.set(username, Object.assign(host.fake.user(username), { displayName, color }));
    }
    host.extra.sessions = sessions;
  }

  person(username: string): User {
    const user = this.people.get(username);
    if (!user) throw new Error(`nobody is called ${username}`);
    return user;
  }

  /** The direct conversation of Wren with somebody. */
  with(username: string): string {
    return directConversation(this.person('wren').id, this.person(username).id);
  }

  /** Somebody wrote this so many minutes before the moment; answers the position. */
  say(from: string, other: string, body: string, minutesAgo = 0, extra: { replyTo?: Position } = {}): Position {
    return this.did({ type: 'message', conversation: this.with(other), from: this.person(from).id, id: this.#id(), body, ...extra }, minutesAgo);
  }

  react(from: string, other: string, target: Position, emoji: string, minutesAgo = 0): void {
    this.did({ type: 'reacted', conversation: this.with(other), from: this.person(from).id, id: this.#id(), target, emoji, on: true }, minutesAgo);
  }

  edit(from: string, other: string, target: Position, body: string, minutesAgo = 0): void {
    this.did({ type: 'edited', conversation: this.with(other), from: this.person(from).id, id: this.#id(), target, body }, minutesAgo);
  }

  remove(from: string, other: string, target: Position, minutesAgo = 0): void {
    this.did({ type: 'deleted', conversation: this.with(other), from: this.person(from).id, id: this.#id(), target }, minutesAgo);
  }

  /** A room these people are in, the first its owner, made so many minutes before the moment. */
  room(name: string, members: readonly string[], minutesAgo: number, more: RoomChange = {}): string {
    const { now } = this.host;
    this.host.now = () => before(minutesAgo);
    const id = this.host.fake.room(name, members.map((one) => this.person(one)), more);
    this.host.now = now;
    return id;
  }

  /** Somebody wrote this in a room. */
  sayIn(room: string, from: string, body: string, minutesAgo = 0, extra: Said = {}): Position {
    const mentions = extra.mentions?.map((name) => this.person(name).id);
    return this.did({ type: 'message', conversation: room, from: this.person(from).id, id: this.#id(), body, ...extra, ...(mentions && { mentions }) } as Draughted, minutesAgo);
  }

  readIn(room: string, by: string, upTo: Position, minutesAgo = 0): void {
    this.did({ type: 'read', conversation: room, from: this.person(by).id, upTo }, minutesAgo);
  }

  /** Whatever else happened in a conversation. */
  happened(event: Omit<Draughted, 'id'> & { readonly type: Draughted['type'] }, minutesAgo = 0): Position {
    return this.did({ id: this.#id(), ...event } as Draughted, minutesAgo);
  }

  read(by: string, other: string, upTo: Position, minutesAgo = 0, type: 'read' | 'delivered' = 'read'): void {
    this.did({ type, conversation: this.with(other), from: this.person(by).id, upTo }, minutesAgo);
  }

  typing(from: string): void {
    const { id } = this.person(from);
    this.host.fake.chat.tell({ type: 'typing', conversation: this.with(from), from: id }, (user) => user.username === 'wren');
  }

  here(username: string, online: boolean, lastSeenMinutes = 0): void {
    const { id } = this.person(username);
    this.host.extra.presence.set(id, online ? { id, online } : { id, online, lastSeen: before(lastSeenMinutes).toISOString() });
  }

  private did(event: Draughted, minutesAgo: number): Position {
    const { now } = this.host;
    this.host.now = () => before(minutesAgo);
    const stamped: Event = this.host.fake.chat.happen(event);
    this.host.now = now;
    return stamped.position;
  }

  #id(): MessageId {
    return `019a9f00-0000-7000-8000-${String(this.host.fake.log.end).padStart(12, '0')}`;
  }
}

function before(minutes: number): Date {
  return new Date(moment.getTime() - minutes * minute);
}

const sessions = [
  { id: 's1', kind: 'browser' as const, device: 'Chromium on Linux', address: '192.0.2.14', createdAt: before(3000).toISOString(), lastSeenAt: before(0).toISOString(), current: true },
  { id: 's2', kind: 'app' as const, device: 'Postrider on a phone', address: '192.0.2.88', createdAt: before(90_000).toISOString(), lastSeenAt: before(42).toISOString(), current: false },
  { id: 's3', kind: 'browser' as const, device: 'Firefox on Windows', address: '198.51.100.7', createdAt: before(20_000).toISOString(), lastSeenAt: before(3_400).toISOString(), current: false },
];
