import type { Api } from '../api';
import type { Clock } from '../clock';
import type { Random } from '../connection/delay';
import type { OpenSocket, Surroundings } from '../connection/ports';
import type { Tab } from '../outbox/tab';
import type { User } from '../protocol';
import type { DeviceStorage } from '../storage/port';

/** Everything a client needs of the world outside of it. */
export interface ClientPorts {
  readonly api: Api;
  /** `ws://…/ws` or `wss://…/ws`. */
  readonly socketUrl: string;
  readonly open: OpenSocket;
  readonly clock: Clock;
  readonly random: Random;
  readonly surroundings: Surroundings;
  readonly storage: DeviceStorage;
  readonly tab: Tab;
  /** Told of what should not happen: close codes of protocol errors. */
  readonly report: (message: string) => void;
}

/** What one signed-in user's part needs besides. */
export interface SessionPorts extends ClientPorts {
  /** The browser turned out to be signed in as somebody else. */
  readonly foreign: (user: User) => void;
}
