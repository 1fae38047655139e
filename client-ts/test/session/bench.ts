import { afterEach, beforeEach, vi } from 'vitest';
import { createClient, type Client } from '../../src';
import type { User } from '../../src/protocol';
import { FakeServer, type FakeDevice } from '../../src/testing';
import { pass } from '../support';

/** Two people on one fake server with fake timers, made anew for each test. */
export class Bench {
  readonly server = new FakeServer({ seed: 3 });
  readonly wren = this.server.user('wren');
  readonly moss = this.server.user('moss');
  readonly dm = `dm:${this.wren.id}:${this.moss.id}`;
  readonly devices: FakeDevice[] = [];
  readonly clients: Client[] = [];

  /** A page of a browser that is signed in as the user, started and, where it can be, live. */
  signedIn(user: User): Promise<Client> {
    const device = this.server.device(user);
    this.devices.push(device);
    return this.started(device);
  }

  async started(device: FakeDevice): Promise<Client> {
    const client = createClient(device.ports);
    this.clients.push(client);
    const starting = client.start();
    await pass();
    await starting;
    await pass();
    return client;
  }

  /** What the thread shows, top to bottom. */
  bodies(client: Client): unknown[] {
    const { entries, pending } = client.conversation(this.dm).getSnapshot();
    return [...entries, ...pending].flatMap((entry) => ('body' in entry ? [entry.body] : []));
  }
}

/** Call at the top of a test file; the answer is this test's bench. */
export function bench(): () => Bench {
  let current: Bench;
  beforeEach(() => {
    vi.useFakeTimers();
    current = new Bench();
  });
  afterEach(() => {
    for (const client of current.clients) client.stop();
    vi.useRealTimers();
  });
  return () => current;
}
