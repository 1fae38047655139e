import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/clock';
import { Connection, type ConnectionListener, type Door } from '../../src/connection/connection';
import type { SocketListener, Surrounding } from '../../src/connection/ports';
import { fakeLimits } from '../../src/testing';
import { pass } from '../support';

interface Opened {
  readonly listener: SocketListener;
  readonly said: { type: string }[];
  code?: number;
}

let sockets: Opened[];
let surround: (what: Surrounding) => void;
let door: { [K in keyof Door]: ReturnType<typeof vi.fn<Door[K]>> };
let heard: string[];
let connection: Connection;

const current = (): Opened => sockets.at(-1)!;
const state = () => connection.state.getSnapshot();

function tell(frame: object): void {
  current().listener.text(JSON.stringify(frame));
}

function welcome(more: object = {}): void {
  const told = { session: 's', user: { id: 'wren' }, at: '', through: 't', limits: fakeLimits };
  tell({ type: 'welcome', ...told, heartbeatSeconds: 30, expiresInSeconds: 900, ...more });
}

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  heard = [];
  door = {
    whoAmI: vi.fn<Door['whoAmI']>().mockResolvedValue('good'),
    refresh: vi.fn<Door['refresh']>().mockResolvedValue('good'),
    ticket: vi.fn<Door['ticket']>().mockResolvedValue({ ticket: 'a-ticket' }),
  };
  const listener: ConnectionListener = {
    foreign: ({ id }) => heard.push(`foreign ${id}`),
    welcomed: () => heard.push('welcomed'),
    sync: (through) => heard.push(`sync ${through}`),
    frame: ({ type }) => heard.push(type),
    lost: () => heard.push('lost'),
    hidden: () => heard.push('hidden'),
    bug: (code) => heard.push(`bug ${code}`),
  };
  connection = new Connection(
    {
      me: 'wren',
      url: 'ws://localhost/ws',
      clock: systemClock,
      random: () => 0.5,
      door,
      surroundings: {
        online: () => true,
        subscribe: (told) => {
          surround = told;
          return () => undefined;
        },
      },
      open: (_url, protocols, told) => {
        expect(protocols).toEqual(['postrider.v1']);
        const opened: Opened = { listener: told, said: [] };
        sockets.push(opened);
        return {
          send: (text) => opened.said.push(JSON.parse(text) as { type: string }),
          close: (code) => (opened.code = code),
        };
      },
    },
    listener,
  );
  connection.start();
});

afterEach(() => {
  connection.stop();
  vi.useRealTimers();
});

describe('the driver', () => {
  it('catches up from each welcome and hands frames on', () => {
    welcome();
    tell({ type: 'typing', conversation: 'c', from: 'u' });
    tell({ type: 'checkpoint', through: 'v' });
    connection.synced();

    expect(heard).toEqual(['sync t', 'welcomed', 'typing', 'sync v']);
    expect(state()).toMatchObject({ is: 'live' });
  });

  it('ignores what it does not know', () => {
    welcome();
    current().listener.text('no json');
    current().listener.text('[]');
    current().listener.text('null');
    tell({ type: 'of-a-later-version' });
    tell({ type: 'message', conversation: 'c', position: 1.5 });

    expect(heard).toEqual(['sync t', 'welcomed']);
  });

  it('pings when it was silent for a heartbeat and gives up when the server was for two', async () => {
    welcome();

    await pass(30_000);
    expect(current().said).toEqual([{ type: 'ping', nonce: '1' }]);

    await pass(30_000);
    expect(sockets[0]!.code).toBe(4000);
    expect(state()).toMatchObject({ is: 'waiting' });
    expect(heard).toContain('lost');
  });

  it('stays up as long as the server answers', async () => {
    welcome();
    for (let i = 0; i < 20; i++) {
      await pass(29_000);
      tell({ type: 'pong', nonce: '1', at: '' });
    }

    expect(sockets).toHaveLength(1);
    expect(state()).toMatchObject({ is: 'catching-up' });
  });

  it('notices on coming into view that the socket died in its sleep', async () => {
    welcome();
    vi.setSystemTime(Date.now() + 3_600_000);
    surround('visible');
    expect(current().said).toMatchObject([{ type: 'ping' }]);

    await pass(31_000);

    expect(sockets[0]!.code).toBe(4000);
  });

  it('renews its token two minutes before it ends, and again after the next term', async () => {
    welcome();
    const answering = setInterval(() => tell({ type: 'pong', nonce: '', at: '' }), 20_000);
    await pass(779_000);
    expect(door.ticket).not.toHaveBeenCalled();

    await pass(2_000);
    expect(current().said).toContainEqual({ type: 'renew', ticket: 'a-ticket' });
    tell({ type: 'renewed', expiresInSeconds: 900 });

    await pass(770_000);
    expect(door.ticket).toHaveBeenCalledTimes(1);
    await pass(20_000);
    expect(door.ticket).toHaveBeenCalledTimes(2);
    clearInterval(answering);
  });

  it('tries a failed renewal again and ends when it is refused', async () => {
    door.ticket.mockResolvedValueOnce('unreachable').mockResolvedValueOnce('refused');
    welcome({ expiresInSeconds: 130 });

    await pass(10_100);
    expect(state()).toMatchObject({ is: 'catching-up' });
    await pass(15_100);

    expect(state()).toEqual({ is: 'stopped', because: 'signed-out' });
  });

  it('asks who it is when a socket never reached its welcome, before it tries again', async () => {
    current().listener.closed(1006);
    expect(door.whoAmI).toHaveBeenCalledTimes(1);
    expect(sockets).toHaveLength(1);

    await pass(3_000);

    expect(sockets).toHaveLength(2);
  });

  it('gives up a socket that says nothing for fifteen seconds', async () => {
    await pass(15_000);

    expect(sockets[0]!.code).toBe(1000);
    expect(door.whoAmI).toHaveBeenCalled();
  });

  it('moves to another node when the drain delay is over, with the old socket up till then', async () => {
    welcome();
    connection.synced();
    tell({ type: 'draining', reconnectAfterMillis: 5_000 });
    await pass(4_900);
    expect(connection.send({ type: 'ping', nonce: 'x' })).toBe(true);

    await pass(200);

    expect(sockets).toHaveLength(2);
    welcome();
    expect(state()).toMatchObject({ is: 'catching-up' });
  });

  it('comes back after the drain delay when the node closes first', async () => {
    welcome();
    tell({ type: 'draining', reconnectAfterMillis: 5_000 });
    current().listener.closed(1012);
    await pass(4_900);
    expect(sockets).toHaveLength(1);

    await pass(200);

    expect(sockets).toHaveLength(2);
  });

  it("takes nothing from a socket that is another user's", () => {
    welcome({ user: { id: 'moss' } });

    expect(heard).toEqual(['foreign moss']);
    expect(state()).toEqual({ is: 'idle' });
  });

  it('hears nothing of a socket it has given up', () => {
    welcome();
    const old = current();
    connection.stop();
    connection.start();
    heard.length = 0;

    old.listener.text(JSON.stringify({ type: 'typing', conversation: 'c', from: 'u' }));
    old.listener.closed(4001);

    expect(heard).toEqual([]);
    expect(state()).toMatchObject({ is: 'connecting' });
  });
});
