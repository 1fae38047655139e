'use client';

import { assertNever, type ConnectionState } from '@postrider/client';
import { useConnection } from '@/protocol/state';
import { useHeld } from '@/shared/hooks/use-held';

export type ConnectionNotice =
  | { readonly is: 'none' }
  | { readonly is: 'catching-up' }
  | { readonly is: 'behind' }
  | { readonly is: 'offline' }
  | { readonly is: 'reconnecting'; readonly restarting: boolean; readonly untilMillis: number | undefined };

/** A break shorter than this is nobody's business. */
const blipMillis = 1_000;

/** What to tell about the connection; what lasts less than a second is not told. */
export function useConnectionNotice(): ConnectionNotice {
  const state = useConnection();
  const away = state.is === 'connecting' || state.is === 'waiting';
  const catching = state.is === 'catching-up';
  const awayLong = useHeld(away, blipMillis);
  const catchingLong = useHeld(catching, blipMillis);
  if (away ? !awayLong : !catchingLong) return { is: 'none' };
  return noticeOf(state);
}

export function noticeOf(state: ConnectionState): ConnectionNotice {
  switch (state.is) {
    case 'idle': case 'live': case 'stopped': return { is: 'none' };
    case 'catching-up': return state.asked > 0 ? { is: 'behind' } : { is: 'catching-up' };
    case 'connecting': return { is: 'reconnecting', restarting: false, untilMillis: undefined };
    case 'waiting':
      if (state.because === 'offline') return { is: 'offline' };
      return { is: 'reconnecting', restarting: state.because === 'restarting', untilMillis: state.untilMillis };
    default: return assertNever(state);
  }
}
