/**
 * The states of the one connection a page holds. Data lives only in the state where it is valid.
 *
 * ```
 *            start                 welcome                 synced up to `through`
 *   idle ──────────► connecting ─────────────► catching-up ───────────────────────► live
 *    ▲                 ▲      │                   ▲   │                               │ │
 *    │           timer,│      │ no welcome:       │   └───────────┐ welcome again     │ │
 *    │           online│      │ ask /api/auth/me  └───────────────┼───────────────────┘ │
 *    │                 │      ▼                                   ▼                     │
 *    │               waiting ◄──────────────── closed, silent for two heartbeats ◄──────┘
 *    │ stop
 *    └──── any state;   any state ── session ended, refresh refused, bye ──► stopped ── start ──► connecting
 * ```
 */
export type ConnectionState = Idle | Connecting | CatchingUp | Live | Waiting | Stopped;

/** Nothing was asked for yet. */
export interface Idle { readonly is: 'idle' }

/** A socket is opening, its welcome not yet here; with `probing` the session is being asked about over REST. */
export interface Connecting {
  readonly is: 'connecting';
  readonly attempt: number;
  readonly phase: 'opening' | 'probing' | 'refreshing';
}

/** Welcomed; what was missed is being fetched. Sends go out already. */
export interface CatchingUp {
  readonly is: 'catching-up';
  readonly attempt: number;
  readonly session: string;
  readonly through: string;
  /** How often history answered `behind` or not at all: above zero a page says that older messages are still coming. */
  readonly asked: number;
}

/** Nothing is missing but what a fault kept back, and that comes with the next checkpoint. */
export interface Live {
  readonly is: 'live';
  readonly attempt: number;
  readonly session: string;
  /** Milliseconds since the epoch. */
  readonly sinceMillis: number;
}

/** No socket; the next try comes at `untilMillis`, or, while the device is offline, when it is online again. */
export interface Waiting {
  readonly is: 'waiting';
  readonly attempt: number;
  readonly untilMillis: number;
  readonly because: 'lost' | 'offline' | 'restarting' | 'refused' | 'unreachable';
}

/** Ended for good until somebody starts it again. */
export interface Stopped { readonly is: 'stopped'; readonly because: 'signed-out' | 'session-ended' | 'bye' }
