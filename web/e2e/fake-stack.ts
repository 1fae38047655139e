import { fileURLToPath } from 'node:url';
import { FakeHost } from './fake/host';

/** The exported page on the fake server, to try by hand: nothing is kept, every name may register. */
const host = new FakeHost(fileURLToPath(new URL('../out', import.meta.url)), 'own');
console.log(await host.listen());
