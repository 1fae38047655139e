import { systemClock } from '../../src/clock';
import type { Event, Page, SyncAnswer, UserId } from '../../src/protocol';
import { Store } from '../../src/store/store';

/** What a client got, in order, as it was recorded. */
export type Step =
  | { readonly kind: 'sync'; readonly what: SyncAnswer }
  | { readonly kind: 'page'; readonly about: string; readonly what: Page }
  | { readonly kind: 'live'; readonly what: Event };

/** A store that was given all of it. */
export function played(me: UserId, steps: readonly Step[]): Store {
  const store = new Store(me, systemClock);
  for (const step of steps) {
    if (step.kind === 'sync') store.synced(step.what);
    else if (step.kind === 'live') store.apply(step.what);
    else {
      const [id, before] = step.about.split(' ') as [string, string?];
      store.page(id, step.what, before === undefined ? {} : { before: Number(before) });
    }
  }
  return store;
}
