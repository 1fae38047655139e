import { CLOSE, type CloseCode } from '../protocol';
import type { CatchingUp, ConnectionState, Live } from './state';
import { isUp, probe, refresh, retry, stay, wait, type Step, type World } from './steps';

const tooManyMillis = 10_000;

/** What a closed socket asks of the client, by its code; codes not in the contract are a lost connection. */
export function closed(state: ConnectionState, code: number, world: World): Step {
  if (state.is === 'connecting') return state.phase === 'opening' ? early(state.attempt, code, world) : stay(state);
  return isUp(state) ? later(state, code as CloseCode, world) : stay(state);
}

/** Before any welcome: some codes say enough, for the rest the session is asked about. */
function early(attempt: number, code: number, world: World): Step {
  switch (code as CloseCode) {
    case CLOSE.SESSION_ENDED:
      return stay({ is: 'stopped', because: 'session-ended' });
    case CLOSE.TOKEN_ENDED:
      return refresh(attempt + 1);
    case CLOSE.TOO_MANY:
      return wait(attempt + 1, 'refused', world, [], tooManyMillis);
    default:
      return probe(attempt);
  }
}

function later(state: CatchingUp | Live, code: CloseCode, world: World): Step {
  switch (code) {
    case CLOSE.BYE:
      return stay({ is: 'stopped', because: 'bye' });
    case CLOSE.PROTOCOL_ERROR:
    case CLOSE.UNSUPPORTED_DATA:
    case CLOSE.INVALID_DATA:
    case CLOSE.TOO_BIG:
      return wait(state.attempt + 1, 'lost', world, [{ do: 'report', code }]);
    case CLOSE.TOKEN_ENDED:
      return refresh(state.attempt + 1);
    case CLOSE.RESTARTING:
      return restarting(state, world);
    case CLOSE.SESSION_ENDED:
      return stay({ is: 'stopped', because: 'session-ended' });
    case CLOSE.TOO_MANY:
      return wait(state.attempt + 1, 'refused', world, [], tooManyMillis);
    case CLOSE.SILENT:
    case CLOSE.SLOW_READER:
      return retry(state, 'lost', world);
    default:
      return retry(state, 'lost', world);
  }
}

/** The node said when to come back; without that word, after the usual delay. */
function restarting(state: CatchingUp | Live, world: World): Step {
  if (!state.draining) return retry(state, 'restarting', world);
  const millis = Math.max(0, state.draining.untilMillis - world.nowMillis);
  const untilMillis = world.nowMillis + millis;
  return { state: { is: 'waiting', attempt: 0, untilMillis, because: 'restarting' }, acts: [{ do: 'wait', millis }] };
}
