import type { Clock } from '../clock';
import { Cell } from '../observable';
import { assertNever, type ClientFrame, type FrameOf, type ServerFrame, type User, type UserId } from '../protocol';
import type { Random } from './delay';
import { readFrame } from './frames';
import { Heartbeat } from './heartbeat';
import { step } from './machine';
import type { OpenSocket, Socket, Surroundings } from './ports';
import { Renewal, type RenewOutcome } from './renewal';
import type { ConnectionState } from './state';
import { isUp, type Act, type Signal } from './steps';

/** What the connection needs of REST. */
export interface Door {
  /** Whether this is still a session. */
  whoAmI(): Promise<'good' | 'refused' | 'unreachable'>;
  refresh(): Promise<'good' | 'refused' | 'unreachable'>;
  /** A ticket that stands for a new token. */
  ticket(): Promise<{ readonly ticket: string } | 'refused' | 'unreachable'>;
}

/** Who is told what comes in. Called in the order of arrival. */
export interface ConnectionListener {
  /** The socket welcomed somebody else: another tab signed in as another user. Nothing of it is handed on. */
  foreign(user: User): void;
  /** Once for each welcome, before any other frame of it. */
  welcomed(frame: FrameOf<'welcome'>): void;
  /** Please catch up to there and answer with `synced` or `behind`. */
  sync(through: string): void;
  frame(frame: ServerFrame): void;
  /** There is no socket any more. */
  lost(): void;
  /** The page goes out of view and may not come back: what waits only to be sparing goes now. */
  hidden(): void;
  /** The server closed with a code that says one of us has a bug. */
  bug(code: number): void;
}

export interface ConnectionPorts {
  /** Whose connection this is. */
  readonly me: UserId;
  readonly url: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly open: OpenSocket;
  readonly surroundings: Surroundings;
  readonly door: Door;
}

const welcomeMillisMax = 15_000;

/** Drives {@link step} with a real socket and real timers; nothing is decided here. */
export class Connection {
  readonly state = new Cell<ConnectionState>({ is: 'idle' });
  readonly #heartbeat: Heartbeat;
  readonly #renewal: Renewal;
  #socket: Socket | undefined;
  #timer: (() => void) | undefined;
  #pings = 0;
  #unsubscribe: (() => void) | undefined;

  constructor(
    private readonly ports: ConnectionPorts,
    private readonly listener: ConnectionListener,
  ) {
    this.#heartbeat = new Heartbeat(ports.clock, {
      ping: () => void this.send({ type: 'ping', nonce: String(++this.#pings) }),
      silent: () => this.signal({ on: 'silent' }),
    });
    this.#renewal = new Renewal(
      ports.clock,
      () => this.renew(),
      () => this.signal({ on: 'refreshed', outcome: 'refused' }),
    );
  }

  start(): void {
    this.#unsubscribe ??= this.ports.surroundings.subscribe((what) => {
      if (what === 'hidden') return this.listener.hidden();
      if (what === 'visible') this.#heartbeat.check();
      this.signal({ on: what === 'visible' ? 'nudge' : what });
    });
    this.signal({ on: 'start' });
  }

  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.signal({ on: 'stop' });
  }

  /** Tries now instead of after the present delay. */
  nudge(): void {
    this.signal({ on: 'nudge' });
  }

  /** The answers to {@link ConnectionListener.sync}. */
  synced(): void {
    this.signal({ on: 'synced' });
  }

  behind(): void {
    this.signal({ on: 'behind' });
  }

  /** The session was found to be over elsewhere. */
  signedOut(): void {
    this.signal({ on: 'probed', outcome: 'refused' });
  }

  get up(): boolean {
    return isUp(this.state.getSnapshot());
  }

  /** False when there is no welcomed socket: the frame was not sent. */
  send(frame: ClientFrame): boolean {
    if (!this.up || !this.#socket) return false;
    this.#heartbeat.sent();
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  private signal(signal: Signal): void {
    const { clock, random, surroundings } = this.ports;
    const before = this.state.getSnapshot();
    const { state, acts } = step(before, signal, { nowMillis: clock.now(), random, online: surroundings.online() });
    if (!isUp(state)) this.calm();
    if (state !== before) this.disarmUnless(state);
    this.state.set(state);
    for (const act of acts) this.act(act);
    if (isUp(before) && !isUp(state)) this.listener.lost();
  }

  private act(act: Act): void {
    switch (act.do) {
      case 'open':
        return this.open();
      case 'drop':
        return this.close(1000);
      case 'close':
        return this.close(act.code);
      case 'wait':
        return this.arm(act.millis, { on: 'due' });
      case 'drain':
        return this.arm(act.millis, { on: 'drained' });
      case 'sync':
        return this.listener.sync(act.through);
      case 'report':
        return this.listener.bug(act.code);
      case 'probe':
        return void this.ports.door.whoAmI().then((outcome) => this.signal({ on: 'probed', outcome }));
      case 'refresh':
        return void this.ports.door.refresh().then((outcome) => this.signal({ on: 'refreshed', outcome }));
      default:
        return assertNever(act);
    }
  }

  private open(): void {
    this.close(1000);
    const mine = (): boolean => this.#socket === socket;
    const socket = this.ports.open(this.ports.url, ['postrider.v1'], {
      opened: () => undefined,
      text: (text) => void (mine() && this.received(text)),
      closed: (code) => {
        if (!mine()) return;
        this.#socket = undefined;
        this.signal({ on: 'closed', code });
      },
    });
    this.#socket = socket;
    this.arm(welcomeMillisMax, { on: 'late' });
  }

  private received(text: string): void {
    this.#heartbeat.heard();
    const frame = readFrame(text);
    if (!frame) return;
    if (frame.type === 'welcome') this.welcomed(frame);
    else if (frame.type === 'draining') this.signal({ on: 'draining', millis: frame.reconnectAfterMillis });
    else if (frame.type === 'checkpoint') this.listener.sync(frame.through);
    else if (frame.type === 'renewed') this.#renewal.start(frame.expiresInSeconds);
    else if (frame.type !== 'pong') this.listener.frame(frame);
  }

  private welcomed(frame: FrameOf<'welcome'>): void {
    if (frame.user.id !== this.ports.me) {
      this.stop();
      return this.listener.foreign(frame.user);
    }
    this.#heartbeat.start(frame.heartbeatSeconds);
    this.#renewal.start(frame.expiresInSeconds);
    this.signal({ on: 'welcome', session: frame.session, through: frame.through });
    if (this.up) this.listener.welcomed(frame);
  }

  private async renew(): Promise<RenewOutcome> {
    const answer = await this.ports.door.ticket();
    if (answer === 'refused') return 'refused';
    return answer !== 'unreachable' && this.send({ type: 'renew', ticket: answer.ticket }) ? 'sent' : 'failed';
  }

  private close(code: number): void {
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close(code);
  }

  private calm(): void {
    this.#heartbeat.stop();
    this.#renewal.stop();
  }

  private arm(millis: number, signal: Signal): void {
    this.#timer?.();
    this.#timer = this.ports.clock.after(millis, () => this.signal(signal));
  }

  /** The timer of a state ends with it; only the drain outlives the step from catching-up to live. */
  private disarmUnless(state: ConnectionState): void {
    if (isUp(state) && state.draining) return;
    this.#timer?.();
    this.#timer = undefined;
  }
}
