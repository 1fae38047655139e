import { createApi } from '../api';
import { systemClock, type Clock } from '../clock';
import type { OpenSocket, Surrounding, Surroundings } from '../connection/ports';
import type { ConversationId, RoomChange, User } from '../protocol';
import type { ClientPorts } from '../session/ports';
import { MemoryStorage } from '../storage/memory';
import { FakeAccountRoutes } from './account-routes';
import { FakeChat, type FakeSocket } from './chat';
import { noFaults } from './faults';
import { FakeHistory } from './history';
import { FakeLog } from './log';
import { FakeMessageRoutes } from './message-routes';
import { seeded } from './random';
import { FakeRest, type FakeCookies } from './rest';
import { FakeRoomRoutes } from './room-routes';
import { fakeSettings } from './room-state';

/** A browser on the fake server: give its `ports` to `createClient`. */
export interface FakeDevice {
  readonly ports: ClientPorts;
  readonly cookies: FakeCookies;
  /** Ends its socket as a lost network does, or with a code of the server's. */
  cut(code?: number): void;
  /** Tells the page that the network went or came. */
  network(online: boolean): void;
  /** Tells the page that nobody sees it any more, as before it closes. */
  hidden(): void;
  /** Another page load on the same browser: same storage and cookies, new tab. The page before counts as gone. */
  reloaded(): FakeDevice;
}

/** The whole of Postrider in memory, speaking the real contract; its `faults` and parts may be reached into. */
export class FakeServer {
  readonly faults = noFaults();
  readonly users = new Map<string, User>();
  readonly random: () => number;
  readonly log: FakeLog;
  readonly history: FakeHistory;
  readonly chat: FakeChat;
  readonly rest: FakeRest;
  readonly rooms: FakeRoomRoutes;
  readonly messages: FakeMessageRoutes;
  readonly accounts: FakeAccountRoutes;

  constructor({ seed = 1, clock = systemClock }: { seed?: number; clock?: Clock } = {}) {
    this.random = seeded(seed);
    this.clock = clock;
    this.log = new FakeLog(this.random);
    this.history = new FakeHistory(this.log, this.users);
    this.chat = new FakeChat(this.log, this.history, this.faults, clock);
    this.rooms = new FakeRoomRoutes(this.log, this.users, this.chat);
    this.messages = new FakeMessageRoutes(this.log, this.history, this.users, this.chat);
    this.accounts = new FakeAccountRoutes(this.users, this.chat, this.history, this.messages);
    const groups = [this.rooms, this.messages, this.accounts];
    this.rest = new FakeRest(this.history, this.users, this.faults, groups, this.accounts.codes);
  }

  private readonly clock: Clock;

  user(username: string): User {
    const id = `01JD3Z${String(this.users.size).padStart(20, '0')}`;
    const user: User = { id, username, displayName: username, color: '#4a6d8c', bot: false };
    this.users.set(id, user);
    return user;
  }

  /** A room with these members, the first its owner. */
  room(name: string, [owner, ...others]: readonly User[], more: Partial<RoomChange> = {}): ConversationId {
    const conversation = `room:01JD3ZR${String(this.log.end).padStart(19, '0')}`;
    const from = owner?.id ?? '';
    this.chat.happen({
      type: 'room',
      conversation,
      from,
      changed: { name, topic: '', visibility: 'public', archived: false, settings: fakeSettings, ...more },
    });
    this.chat.happen({ type: 'joined', conversation, from, users: [from], role: 'owner' });
    const users = others.map(({ id }) => id);
    if (users.length > 0) this.chat.happen({ type: 'joined', conversation, from, users, role: 'member' });
    return conversation;
  }

  /** A browser signed in as the user. */
  device(user: User | undefined): FakeDevice {
    return this.browser({ user }, new MemoryStorage());
  }

  private browser(cookies: FakeCookies, storage: MemoryStorage): FakeDevice {
    let socket: FakeSocket | undefined;
    let online = true;
    const listeners = new Set<(what: Surrounding) => void>();
    const surroundings: Surroundings = {
      online: () => online,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    const open: OpenSocket = (_url, _protocols, listener) => {
      const mine = (socket = this.socketFor(cookies, listener));
      return {
        send: (text) => void this.clock.after(1, () => mine && this.chat.received(mine, text)),
        close: (code) => void (mine && this.chat.close(mine, code)),
      };
    };
    return {
      cookies,
      ports: this.portsOf(cookies, storage, open, surroundings),
      cut: (code = 1006) => void (socket && this.chat.close(socket, code)),
      network: (now) => {
        online = now;
        if (!now && socket) this.chat.close(socket, 1006);
        for (const listener of listeners) listener(now ? 'online' : 'offline');
      },
      hidden: () => listeners.forEach((listener) => listener('hidden')),
      reloaded: () => {
        if (socket) socket.open = false;
        if (socket) this.chat.sockets.delete(socket);
        return this.browser(cookies, storage);
      },
    };
  }

  private portsOf(
    cookies: FakeCookies,
    storage: MemoryStorage,
    open: OpenSocket,
    surroundings: Surroundings,
  ): ClientPorts {
    const api = createApi({ fetch: this.rest.fetchFor(cookies), exclusive: (_name, task) => task() });
    const { clock, random } = this;
    const tab = { id: `tab-${this.random()}`, alive: () => Promise.resolve(false), close: () => undefined };
    return {
      api,
      socketUrl: 'ws://localhost/ws',
      open,
      clock,
      random,
      surroundings,
      storage,
      tab,
      report: () => undefined,
    };
  }

  private socketFor({ user }: FakeCookies, listener: Parameters<OpenSocket>[2]): FakeSocket | undefined {
    if (user && !this.faults.unreachable) return this.chat.accept(user, listener);
    this.clock.after(0, () => listener.closed(1006));
    return undefined;
  }
}
