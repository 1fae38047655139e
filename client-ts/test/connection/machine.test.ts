import { describe, expect, it } from 'vitest';
import { step } from '../../src/connection/machine';
import type { ConnectionState } from '../../src/connection/state';
import { stableMillis, type Act, type Signal, type World } from '../../src/connection/steps';

const world: World = { nowMillis: 1_000_000, random: () => 0.5, online: true };
const offline: World = { ...world, online: false };

const idle: ConnectionState = { is: 'idle' };
const opening: ConnectionState = { is: 'connecting', attempt: 2, phase: 'opening' };
const probing: ConnectionState = { is: 'connecting', attempt: 2, phase: 'probing' };
const refreshing: ConnectionState = { is: 'connecting', attempt: 2, phase: 'refreshing' };
const up = { attempt: 2, session: 's', sinceMillis: world.nowMillis - 500 } as const;
const catching: ConnectionState = { is: 'catching-up', ...up, through: 't', asked: 1 };
const live: ConnectionState = { is: 'live', ...up };
const lasting: ConnectionState = { is: 'live', ...up, sinceMillis: world.nowMillis - stableMillis };
const draining: ConnectionState = { ...lasting, draining: { untilMillis: world.nowMillis + 700 } };
const waiting: ConnectionState = { is: 'waiting', attempt: 2, untilMillis: world.nowMillis + 900, because: 'lost' };
const refused: ConnectionState = { ...waiting, because: 'refused' };
const stopped: ConnectionState = { is: 'stopped', because: 'signed-out' };

type Row = readonly [
  state: ConnectionState,
  signal: Signal,
  next: Partial<ConnectionState>,
  acts: readonly Act['do'][],
  world?: World,
];

const closed = (code: number): Signal => ({ on: 'closed', code });
const welcome: Signal = { on: 'welcome', session: 'n', through: 'u' };

const table: Record<string, Row> = {
  'start opens a socket': [idle, { on: 'start' }, { is: 'connecting', attempt: 0, phase: 'opening' }, ['open']],
  'start after an end opens a socket': [stopped, { on: 'start' }, { is: 'connecting', phase: 'opening' }, ['open']],
  'start while connected does nothing': [live, { on: 'start' }, { is: 'live' }, []],
  'stop says bye': [live, { on: 'stop' }, { is: 'idle' }, ['close']],
  'welcome starts to catch up': [
    opening,
    welcome,
    { is: 'catching-up', session: 'n', through: 'u', asked: 0 },
    ['sync'],
  ],
  'welcome comes again while live': [live, welcome, { is: 'catching-up', through: 'u' }, ['sync']],
  'welcome comes again while catching up': [catching, welcome, { is: 'catching-up', through: 'u', asked: 0 }, ['sync']],
  'synced is live': [catching, { on: 'synced' }, { is: 'live', session: 's' }, []],
  'behind is counted': [catching, { on: 'behind' }, { is: 'catching-up', asked: 2 }, []],
  'behind after a checkpoint stays live': [live, { on: 'behind' }, { is: 'live' }, []],
  'no welcome in time asks who I am': [
    opening,
    { on: 'late' },
    { is: 'connecting', phase: 'probing' },
    ['drop', 'probe'],
  ],
  'closed before a welcome asks who I am': [opening, closed(1006), { is: 'connecting', phase: 'probing' }, ['probe']],
  'known session, waits and tries again': [
    probing,
    { on: 'probed', outcome: 'good' },
    { is: 'waiting', attempt: 3, because: 'lost' },
    ['wait'],
  ],
  'nobody there, waits and tries again': [
    probing,
    { on: 'probed', outcome: 'unreachable' },
    { is: 'waiting', because: 'unreachable' },
    ['wait'],
  ],
  'unknown session signs out': [
    probing,
    { on: 'probed', outcome: 'refused' },
    { is: 'stopped', because: 'signed-out' },
    ['close'],
  ],
  'a late probe changes nothing': [live, { on: 'probed', outcome: 'good' }, { is: 'live' }, []],
  'a late refusal after stop changes nothing': [idle, { on: 'probed', outcome: 'refused' }, { is: 'idle' }, []],
  'refreshed opens again': [
    refreshing,
    { on: 'refreshed', outcome: 'good' },
    { is: 'connecting', phase: 'opening' },
    ['open'],
  ],
  'refresh refused signs out': [
    refreshing,
    { on: 'refreshed', outcome: 'refused' },
    { is: 'stopped', because: 'signed-out' },
    ['close'],
  ],
  'refresh unanswered waits': [refreshing, { on: 'refreshed', outcome: 'unreachable' }, { is: 'waiting' }, ['wait']],
  'renewal refused signs out': [live, { on: 'refreshed', outcome: 'refused' }, { is: 'stopped' }, ['close']],
  'lost soon backs off further': [live, closed(1006), { is: 'waiting', attempt: 3 }, ['wait']],
  'lost after a lasting time starts over': [lasting, closed(1006), { is: 'waiting', attempt: 0 }, ['wait']],
  '1000 stops': [live, closed(1000), { is: 'stopped', because: 'bye' }, []],
  '1002 is reported': [live, closed(1002), { is: 'waiting', attempt: 3 }, ['report', 'wait']],
  '1003 is reported': [live, closed(1003), { is: 'waiting' }, ['report', 'wait']],
  '1007 is reported': [live, closed(1007), { is: 'waiting' }, ['report', 'wait']],
  '1009 is reported': [live, closed(1009), { is: 'waiting' }, ['report', 'wait']],
  '1008 refreshes': [live, closed(1008), { is: 'connecting', phase: 'refreshing' }, ['refresh']],
  '1008 before a welcome refreshes': [opening, closed(1008), { is: 'connecting', phase: 'refreshing' }, ['refresh']],
  '1012 waits as long as draining said': [
    draining,
    closed(1012),
    { is: 'waiting', attempt: 0, untilMillis: world.nowMillis + 700 },
    ['wait'],
  ],
  '1012 without draining waits as usual': [lasting, closed(1012), { is: 'waiting', because: 'restarting' }, ['wait']],
  '4000 reconnects': [lasting, closed(4000), { is: 'waiting', attempt: 0 }, ['wait']],
  '4001 ends': [live, closed(4001), { is: 'stopped', because: 'session-ended' }, []],
  '4001 before a welcome ends': [opening, closed(4001), { is: 'stopped', because: 'session-ended' }, []],
  '4008 reconnects': [lasting, closed(4008), { is: 'waiting', because: 'lost' }, ['wait']],
  '4029 waits ten seconds': [
    lasting,
    closed(4029),
    { is: 'waiting', untilMillis: world.nowMillis + 10_000, because: 'refused' },
    ['wait'],
  ],
  'silent for two heartbeats reconnects': [live, { on: 'silent' }, { is: 'waiting' }, ['close', 'wait']],
  'draining is remembered': [
    live,
    { on: 'draining', millis: 700 },
    { is: 'live', draining: { untilMillis: world.nowMillis + 700 } },
    ['drain'],
  ],
  'draining survives the catch-up': [
    { ...catching, draining: { untilMillis: 5 } },
    { on: 'synced' },
    { is: 'live', draining: { untilMillis: 5 } },
    [],
  ],
  'drained moves over': [draining, { on: 'drained' }, { is: 'connecting', attempt: 0 }, ['close', 'open']],
  'due tries again': [waiting, { on: 'due' }, { is: 'connecting', attempt: 2 }, ['open']],
  'online tries at once': [waiting, { on: 'online' }, { is: 'connecting', attempt: 0 }, ['open']],
  'a page in view tries at once': [waiting, { on: 'nudge' }, { is: 'connecting' }, ['open']],
  'a page in view does not jump a delay that was asked for': [refused, { on: 'nudge' }, { is: 'waiting' }, []],
  'offline while connecting waits': [
    opening,
    { on: 'offline' },
    { is: 'waiting', because: 'offline' },
    ['drop', 'wait'],
    offline,
  ],
  'lost while offline says so': [lasting, closed(1006), { is: 'waiting', because: 'offline' }, ['wait'], offline],
  'a closed socket of before changes nothing': [waiting, closed(1006), { is: 'waiting' }, []],
};

describe('the connection', () => {
  it.each(Object.entries(table))('%s', (_, [state, signal, next, acts, given = world]) => {
    const result = step(state, signal, given);

    expect(result.state).toMatchObject(next);
    expect(result.acts.map((act) => act.do)).toEqual(acts);
  });

  it('backs off with full jitter up to thirty seconds', () => {
    const delays = Array.from({ length: 20 }, (_, attempt) => {
      const { acts } = step(
        { is: 'connecting', attempt, phase: 'probing' },
        { on: 'probed', outcome: 'good' },
        { ...world, random: () => 0.999 },
      );
      const [act] = acts;
      return act?.do === 'wait' ? act.millis : 0;
    });

    expect(delays[0]).toBeLessThan(1_100);
    expect(Math.max(...delays)).toBeLessThanOrEqual(30_100);
    expect([...delays].sort((a, b) => a - b)).toEqual(delays);
  });
});
