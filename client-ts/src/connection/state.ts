/**
 * The states of the one connection a page holds. Data lives only in the state where it is valid.
 *
 * ```
 *            start               welcome                  synced up to `through`
 *   idle ───────────► connecting ───────► catching-up ────────────────────────────► live
 *                      ▲      │               ▲  │                                  │  │
 *       delay is over, │      │ no welcome:   │  └─────────────┐      welcome again │  │
 *       online, nudge  │      │ ask who I am  └────────────────┼────────────────────┘  │
 *                      │      ▼                                ▼                       │
 *                     waiting ◄────── closed, silent for two heartbeats, draining ◄────┘
 *
 *   any state ── session ended, refresh refused, bye ──► stopped ── start ──► connecting
 *   any state ── stop ──► idle
 * ```
 */
export type ConnectionState = Idle | Connecting | CatchingUp | Live | Waiting | Stopped;

/** Nothing was asked for, or it was asked to stop. */
export interface Idle {
  readonly is: 'idle';
}

/**
 * No welcome yet. `opening`: the socket is on its way. `probing`: it ended before a welcome, and since a page cannot
 * see why, it asks over REST who it is. `refreshing`: the token ended.
 */
export interface Connecting {
  readonly is: 'connecting';
  /** Tries without a lasting connection, from 0. */
  readonly attempt: number;
  readonly phase: 'opening' | 'probing' | 'refreshing';
}

/** Welcomed; what was missed is being fetched. Sends go out already. */
export interface CatchingUp {
  readonly is: 'catching-up';
  readonly attempt: number;
  readonly session: string;
  readonly through: string;
  readonly sinceMillis: number;
  /** Times history answered `behind` or not at all: above zero a page says that older messages are still coming. */
  readonly asked: number;
  readonly draining?: Draining;
}

/** Nothing is missing but what a fault kept back, and that comes with the next checkpoint. */
export interface Live {
  readonly is: 'live';
  readonly attempt: number;
  readonly session: string;
  /** When the welcome came, in milliseconds since the epoch. */
  readonly sinceMillis: number;
  readonly draining?: Draining;
}

/** No socket; the next try comes at `untilMillis`, or, where the device is offline, when it is online again. */
export interface Waiting {
  readonly is: 'waiting';
  readonly attempt: number;
  readonly untilMillis: number;
  readonly because: WaitReason;
}

/** Ended for good until somebody starts it again. */
export interface Stopped {
  readonly is: 'stopped';
  readonly because: 'signed-out' | 'session-ended' | 'bye';
}

export type WaitReason = 'lost' | 'offline' | 'restarting' | 'refused' | 'unreachable';

/** The node stops soon and asked to come back at this moment. */
export interface Draining {
  readonly untilMillis: number;
}
