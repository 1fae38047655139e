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
  attempt: number,
  because: WaitReason,
  world: World,
  acts: readonly Act[] = [],
  leastMillis = 0,
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

function lasting(state: CatchingUp | Live, world: World): boolean {
  return world.nowMillis - state.sinceMillis >= stableMillis;
}
