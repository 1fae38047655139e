import { assertNever } from '../protocol';
import { closed } from './closed';
import { backoffMillis, type Random } from './delay';
import type { CatchingUp, ConnectionState, Live, WaitReason } from './state';

/** What happened to the connection. */
export type Signal =
  | { readonly on: 'start' | 'stop' | 'due' | 'online' | 'offline' | 'nudge' | 'late' | 'silent' | 'drained' }
  | { readonly on: 'welcome'; readonly session: string; readonly through: string }
  | { readonly on: 'closed'; readonly code: number }
  | { readonly on: 'draining'; readonly millis: number }
  | { readonly on: 'synced' | 'behind' }
  | { readonly on: 'probed' | 'refreshed'; readonly outcome: 'good' | 'refused' | 'unreachable' };

/** What the driver must do, in this order. `open` and `drop` replace whatever socket there was. */
export type Act =
  | { readonly do: 'open' | 'probe' | 'refresh' | 'drop' }
  | { readonly do: 'close'; readonly code: number }
  | { readonly do: 'wait' | 'drain'; readonly millis: number }
  | { readonly do: 'sync'; readonly through: string }
  | { readonly do: 'report'; readonly code: number };

export interface Step {
  readonly state: ConnectionState;
  readonly acts: readonly Act[];
}

/** What the machine may know of the world. */
export interface World {
  readonly nowMillis: number;
  readonly random: Random;
  readonly online: boolean;
}

/** A connection that lasted this long starts counting its tries from zero again. */
export const stableMillis = 10_000;

/** The whole life of a connection as one pure function: no socket, no timer, no clock in here. */
export function step(state: ConnectionState, signal: Signal, world: World): Step {
  switch (signal.on) {
    case 'start':
      return state.is === 'idle' || state.is === 'stopped' ? connect(0) : stay(state);
    case 'stop':
      return { state: { is: 'idle' }, acts: state.is === 'idle' ? [] : [{ do: 'close', code: 1000 }] };
    case 'due':
    case 'online':
    case 'nudge':
      return again(state, signal.on, world);
    case 'offline':
      return state.is === 'connecting' ? wait(state.attempt, 'offline', world, [{ do: 'drop' }]) : stay(state);
    case 'late':
      return state.is === 'connecting' ? probe(state.attempt, [{ do: 'drop' }]) : stay(state);
    case 'welcome':
      return welcomed(state, signal, world);
    case 'synced':
      return state.is === 'catching-up' ? stay(live(state)) : stay(state);
    case 'behind':
      return stay(state.is === 'catching-up' ? { ...state, asked: state.asked + 1 } : state);
    case 'draining':
      return draining(state, signal.millis, world);
    case 'drained':
      return isUp(state) ? connect(0, [{ do: 'close', code: 1000 }]) : stay(state);
    case 'silent':
      return isUp(state) ? retry(state, 'lost', world, [{ do: 'close', code: 4000 }]) : stay(state);
    case 'closed':
      return closed(state, signal.code, world);
    case 'probed':
    case 'refreshed':
      return answered(state, signal, world);
    default:
      return assertNever(signal);
  }
}

export function stay(state: ConnectionState): Step {
  return { state, acts: [] };
}

export function isUp(state: ConnectionState): state is CatchingUp | Live {
  return state.is === 'catching-up' || state.is === 'live';
}

/** Waits its turn after a connection that was there. */
export function retry(state: CatchingUp | Live, because: WaitReason, world: World, acts: readonly Act[] = []): Step {
  return wait(lasting(state, world) ? 0 : state.attempt + 1, because, world, acts);
}

export function wait(
  attempt: number, because: WaitReason, world: World, acts: readonly Act[] = [], leastMillis = 0,
): Step {
  const millis = Math.max(leastMillis, backoffMillis(attempt, world.random));
  const reason = world.online ? because : 'offline';
  const state: ConnectionState = { is: 'waiting', attempt, untilMillis: world.nowMillis + millis, because: reason };
  // Offline the timer still runs: a device that is wrong about itself tries all the same, only less often.
  return { state, acts: [...acts, { do: 'wait', millis: world.online ? millis : Math.max(millis, 30_000) }] };
}

/** A socket that never reached its welcome: ask over REST whether this is still a session. */
export function probe(attempt: number, acts: readonly Act[] = []): Step {
  return { state: { is: 'connecting', attempt, phase: 'probing' }, acts: [...acts, { do: 'probe' }] };
}

export function refresh(attempt: number): Step {
  return { state: { is: 'connecting', attempt, phase: 'refreshing' }, acts: [{ do: 'refresh' }] };
}

function connect(attempt: number, acts: readonly Act[] = []): Step {
  return { state: { is: 'connecting', attempt, phase: 'opening' }, acts: [...acts, { do: 'open' }] };
}

function again(state: ConnectionState, on: 'due' | 'online' | 'nudge', world: World): Step {
  if (state.is !== 'waiting') return stay(state);
  // A page that comes into view does not jump a delay the server asked for.
  if (on === 'nudge' && state.because === 'refused' && world.nowMillis < state.untilMillis) return stay(state);
  return connect(on === 'online' ? 0 : state.attempt);
}

function welcomed(state: ConnectionState, { session, through }: { session: string; through: string }, world: World): Step {
  if (state.is !== 'connecting' && !isUp(state)) return stay(state);
  const sinceMillis = isUp(state) ? state.sinceMillis : world.nowMillis;
  const next: CatchingUp = { is: 'catching-up', attempt: state.attempt, session, through, sinceMillis, asked: 0 };
  return { state: next, acts: [{ do: 'sync', through }] };
}

function live({ attempt, session, sinceMillis, draining }: CatchingUp): Live {
  return { is: 'live', attempt, session, sinceMillis, ...(draining && { draining }) };
}

function draining(state: ConnectionState, millis: number, world: World): Step {
  if (!isUp(state)) return stay(state);
  return { state: { ...state, draining: { untilMillis: world.nowMillis + millis } }, acts: [{ do: 'drain', millis }] };
}

function answered(
  state: ConnectionState, { on, outcome }: { on: 'probed' | 'refreshed'; outcome: 'good' | 'refused' | 'unreachable' }, world: World,
): Step {
  if (state.is === 'idle' || state.is === 'stopped') return stay(state);
  if (outcome === 'refused') return { state: { is: 'stopped', because: 'signed-out' }, acts: [{ do: 'close', code: 1000 }] };
  const asked = on === 'probed' ? 'probing' : 'refreshing';
  if (state.is !== 'connecting' || state.phase !== asked) return stay(state);
  if (on === 'refreshed' && outcome === 'good') return connect(state.attempt);
  return wait(state.attempt + 1, outcome === 'good' ? 'lost' : 'unreachable', world);
}

function lasting(state: CatchingUp | Live, world: World): boolean {
  return world.nowMillis - state.sinceMillis >= stableMillis;
}
