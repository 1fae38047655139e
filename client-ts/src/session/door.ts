import type { Api } from '../api';
import { ProblemError } from '../api/problem';
import type { Door } from '../connection/connection';

type Outcome = 'good' | 'refused' | 'unreachable';

/** REST as the connection sees it: good, refused, or nothing known. */
export function doorOf({ auth }: Api): Door {
  return {
    whoAmI: () => outcomeOf(auth.me()),
    refresh: () => outcomeOf(auth.refresh()),
    ticket: async () => {
      try {
        const { ticket } = await auth.refresh();
        return ticket ? { ticket } : await auth.ticket();
      } catch (error) {
        return isSignedOut(error) ? 'refused' : 'unreachable';
      }
    },
  };
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'signed-out';
}

async function outcomeOf(call: Promise<unknown>): Promise<Outcome> {
  try {
    await call;
    return 'good';
  } catch (error) {
    return isSignedOut(error) ? 'refused' : 'unreachable';
  }
}
