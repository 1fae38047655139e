import type { ProblemCode, User } from '../protocol';

/** A call of somebody who is signed in, its path in decoded parts below `/api`. */
export interface FakeCall {
  readonly method: string;
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly me: User;
}

/** The call is refused with this code. */
export class Refusal extends Error {
  constructor(readonly code: ProblemCode) {
    super(code);
  }
}

/** The answer of a group of routes that does not know the call. */
export const unknownHere = Symbol('unknown here');

/** A group of routes: the body of the answer, nothing for 204, {@link unknownHere} where another group is meant. */
export interface FakeRoutes {
  answer(call: FakeCall): unknown;
}
