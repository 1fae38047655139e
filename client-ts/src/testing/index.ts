/** The in-memory server for tests of whatever is built on this package. */
export { fakeLimits } from './chat';
export { comparable, comparableEntry } from './comparable';
export type { Faults } from './faults';
export { fakeSettings } from './room-state';
export { seeded } from './random';
export { FakeServer, type FakeDevice } from './server';
export { Store } from '../store/store';
export { MemoryStorage } from '../storage/memory';
export type { ClientPorts } from '../session/ports';
