import type { Clock } from '../clock';
import type { SocketListener } from '../connection/ports';
import {
  assertNever,
  isEvent,
  type ClientFrame,
  type Command,
  type Event,
  type ServerFrame,
  type User,
} from '../protocol';
import type { Faults } from './faults';
import type { FakeHistory } from './history';
import type { Draughted, FakeLog } from './log';

/** One open socket as the server sees it. */
export interface FakeSocket {
  readonly user: User;
  readonly listener: SocketListener;
  open: boolean;
}

export const fakeLimits = {
  frameBytes: 65_536,
  bodyChars: 8_000,
  syncEvents: 5_000,
  syncEventsPerConversation: 1_000,
  sendsPerSecond: 10,
  sendBurst: 50,
  framesPerSecond: 200,
  roomSendsPerSecond: 500,
  connectionsPerUser: 200,
  connectionsPerAddress: 100_000,
  answerMillis: 10_000,
  heartbeatSeconds: 30,
  offlineAfterSeconds: 30,
  renewGraceSeconds: 600,
};

/** The chat node's side of the contract: welcomes, takes commands into the log once, delivers, answers. */
export class FakeChat {
  readonly sockets = new Set<FakeSocket>();
  /** Everything clients said, oldest first. */
  readonly heard: ClientFrame[] = [];
  expiresInSeconds = 900;
  #sessions = 0;

  constructor(
    private readonly log: FakeLog,
    private readonly history: FakeHistory,
    private readonly faults: Faults,
    private readonly clock: Clock,
  ) {}

  accept(user: User, listener: SocketListener): FakeSocket {
    const socket: FakeSocket = { user, listener, open: true };
    this.sockets.add(socket);
    this.clock.after(0, () => {
      if (!socket.open) return;
      if (this.faults.turnAway !== undefined) return this.close(socket, this.faults.turnAway);
      listener.opened();
      this.welcome(socket);
    });
    return socket;
  }

  welcome(socket: FakeSocket): void {
    const { limits, heartbeatSeconds } = { limits: fakeLimits, heartbeatSeconds: fakeLimits.heartbeatSeconds };
    const at = new Date(this.clock.now()).toISOString();
    const { expiresInSeconds } = this;
    const session = `session-${++this.#sessions}`;
    this.say(socket, {
      type: 'welcome',
      session,
      user: socket.user,
      at,
      through: this.through,
      limits,
      heartbeatSeconds,
      expiresInSeconds,
    });
  }

  checkpoint(): void {
    for (const socket of this.sockets) this.say(socket, { type: 'checkpoint', through: this.through });
  }

  /** Tells every socket of the users; where a socket already got an answer it still gets the frame. */
  tell(frame: ServerFrame, to: (user: User) => boolean): void {
    for (const socket of this.sockets) {
      if (!to(socket.user) || this.faults.drop(frame)) continue;
      const times = this.faults.duplicate(frame) ? 2 : 1;
      for (let i = 0; i < times; i++) this.clock.after(this.faults.delayMillis(frame), () => this.say(socket, frame));
    }
  }

  /** Appends and delivers what any other device, service or producer did. */
  happen(event: Draughted): Event {
    const stamped = this.log.append(event);
    const told = stamped.type === 'left' ? [stamped.user] : [];
    this.tell(stamped, ({ id }) => told.includes(id) || this.history.isMember(stamped.conversation, id));
    return stamped;
  }

  received(socket: FakeSocket, text: string): void {
    if (!socket.open) return;
    const frame = JSON.parse(text) as ClientFrame;
    this.heard.push(frame);
    switch (frame.type) {
      case 'send':
      case 'edit':
      case 'delete':
      case 'react':
      case 'pin':
        return this.command(socket, frame);
      case 'read':
      case 'delivered':
        return void this.happen({
          type: frame.type,
          conversation: frame.conversation,
          from: socket.user.id,
          upTo: Math.min(frame.position, this.log.newest(frame.conversation)),
        });
      case 'typing':
        return this.tell(
          {
            type: 'typing',
            conversation: frame.conversation,
            from: socket.user.id,
            ...(frame.thread !== undefined && { thread: frame.thread }),
          },
          ({ id }) => id !== socket.user.id && this.history.isMember(frame.conversation, id),
        );
      case 'watch':
        return this.watched(socket, frame);
      case 'renew':
        return this.say(socket, { type: 'renewed', expiresInSeconds: this.expiresInSeconds });
      case 'ping':
        return this.say(socket, { type: 'pong', nonce: frame.nonce, at: new Date(this.clock.now()).toISOString() });
      default:
        return assertNever(frame);
    }
  }

  close(socket: FakeSocket, code: number): void {
    if (!socket.open) return;
    socket.open = false;
    this.sockets.delete(socket);
    this.clock.after(0, () => socket.listener.closed(code));
  }

  say(socket: FakeSocket, frame: ServerFrame): void {
    if (socket.open && !this.faults.mute) socket.listener.text(JSON.stringify(frame));
  }

  /** Who of a conversation has a socket. */
  onlineIn(conversation: string): string[] {
    const ids = new Set([...this.sockets].map(({ user }) => user.id));
    return [...ids].filter((id) => this.history.isMember(conversation, id));
  }

  private watched(socket: FakeSocket, { users, rooms = [] }: Extract<ClientFrame, { type: 'watch' }>): void {
    if (users) {
      this.say(socket, { type: 'presence', users: users.map((id) => ({ id, online: this.isOnline(id) })) });
    }
    for (const conversation of rooms) {
      const here = this.onlineIn(conversation);
      this.say(socket, { type: 'online', conversation, total: here.length, users: here });
    }
  }

  private get through(): string {
    return String(this.log.end);
  }

  private isOnline(id: string): boolean {
    return [...this.sockets].some(({ user }) => user.id === id);
  }

  private command(socket: FakeSocket, command: Command): void {
    const { id, conversation } = command;
    const { refuse, swallow, neverAnswer } = this.faults;
    if (swallow) return;
    if (refuse)
      return this.say(socket, { type: 'rejected', id, of: command.type, detail: 'as the test says', ...refuse });
    if (!this.history.isMember(conversation, socket.user.id)) {
      return this.say(socket, { type: 'rejected', id, of: command.type, code: 'not-member', detail: 'not a member' });
    }
    const held = this.log.holder(conversation, socket.user.id, id);
    const event = held ?? this.happen(eventOf(command, socket.user.id));
    if (neverAnswer || !isEvent(event)) return;
    this.say(socket, { type: 'accepted', id, conversation, position: event.position, at: event.at });
  }
}

function eventOf(command: Command, from: string): Draughted {
  const { conversation, id } = command;
  switch (command.type) {
    case 'send': {
      const { type: _, again: _a, ...content } = command;
      return { ...content, type: 'message', from };
    }
    case 'edit': {
      const { body, mentions, position } = command;
      return { type: 'edited', conversation, id, from, target: position, body, ...(mentions && { mentions }) };
    }
    case 'delete':
      return { type: 'deleted', conversation, id, from, target: command.position };
    case 'react':
      return {
        type: 'reacted',
        conversation,
        id,
        from,
        target: command.position,
        emoji: command.emoji,
        on: command.on,
      };
    case 'pin':
      return { type: 'pinned', conversation, id, from, target: command.position, on: command.on };
  }
}
