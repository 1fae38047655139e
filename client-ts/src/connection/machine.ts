import { assertNever } from '../protocol';
import { closed } from './closed';
import type { CatchingUp, ConnectionState, Live } from './state';
import { isUp, probe, retry, stay, wait, type Act, type Signal, type Step, type World } from './steps';

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

function connect(attempt: number, acts: readonly Act[] = []): Step {
  return { state: { is: 'connecting', attempt, phase: 'opening' }, acts: [...acts, { do: 'open' }] };
}

function again(state: ConnectionState, on: 'due' | 'online' | 'nudge', world: World): Step {
  if (state.is !== 'waiting') return stay(state);
  // A page that comes into view does not jump a delay the server asked for.
  if (on === 'nudge' && state.because === 'refused' && world.nowMillis < state.untilMillis) return stay(state);
  return connect(on === 'online' ? 0 : state.attempt);
}

function welcomed(
  state: ConnectionState,
  { session, through }: { session: string; through: string },
  world: World,
): Step {
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
  state: ConnectionState,
  { on, outcome }: { on: 'probed' | 'refreshed'; outcome: 'good' | 'refused' | 'unreachable' },
  world: World,
): Step {
  if (state.is === 'idle' || state.is === 'stopped') return stay(state);
  if (outcome === 'refused')
    return { state: { is: 'stopped', because: 'signed-out' }, acts: [{ do: 'close', code: 1000 }] };
  const asked = on === 'probed' ? 'probing' : 'refreshing';
  if (state.is !== 'connecting' || state.phase !== asked) return stay(state);
  if (on === 'refreshed' && outcome === 'good') return connect(state.attempt);
  return wait(state.attempt + 1, outcome === 'good' ? 'lost' : 'unreachable', world);
}
