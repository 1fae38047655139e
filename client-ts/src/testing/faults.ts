import type { ServerFrame } from '../protocol';

/** What goes wrong between the fake server and a device; a test sets and clears these at any time. */
export interface Faults {
  /** Live frames for which this says so never arrive. Answers and frames about the socket are not asked about. */
  drop: (frame: ServerFrame) => boolean;
  /** Live frames for which this says so arrive twice. */
  duplicate: (frame: ServerFrame) => boolean;
  /** Milliseconds on the way; differing ones reorder. */
  delayMillis: (frame: ServerFrame) => number;
  /** Commands are taken into the log but not answered. */
  neverAnswer: boolean;
  /** Commands vanish before the log sees them. */
  swallow: boolean;
  /** Commands are refused with this instead of being looked at. */
  refuse:
    { readonly code: 'rate' | 'unavailable' | 'forbidden' | 'blocked'; readonly retryAfterMillis?: number } | undefined;
  /** The next sync with a cursor answers 410. */
  reload: boolean;
  /** REST calls fail without an answer. */
  unreachable: boolean;
  /** Sockets close with this code before a welcome. */
  turnAway: number | undefined;
  /** Nothing is said any more on open sockets, pings included. */
  mute: boolean;
}

export function noFaults(): Faults {
  return {
    drop: () => false,
    duplicate: () => false,
    delayMillis: () => 0,
    neverAnswer: false,
    swallow: false,
    refuse: undefined,
    reload: false,
    unreachable: false,
    turnAway: undefined,
    mute: false,
  };
}
