import type { Problem, ProblemCode } from '../protocol';

/**
 * A call that did not succeed. `problem.code` says why; a code this version does not know stands as it came, so decide
 * by `problem.status` where no case fits. Without any answer the code is `unreachable` and the status 0.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(readonly problem: ClientProblem) {
    super(problem.detail ?? problem.title);
  }

  get code(): ClientProblem['code'] {
    return this.problem.code;
  }

  /** The same call may succeed later without a change to it. */
  get retryable(): boolean {
    const { status } = this.problem;
    return status === 0 || status === 429 || status >= 500;
  }
}

/** A {@link Problem} from the server, or one made here because no answer came. */
export interface ClientProblem extends Omit<Problem, 'code' | 'traceId'> {
  code: ProblemCode | 'unreachable';
  traceId?: string;
}

/** The call never reached the server, or its answer never came back. */
export function unreachable(cause: unknown): ProblemError {
  const error = new ProblemError({
    type: 'about:blank',
    title: 'No answer',
    status: 0,
    code: 'unreachable',
    detail: 'The server could not be reached.',
  });
  error.cause = cause;
  return error;
}

/** Reads the body of a failed answer; whatever is no problem document becomes one by its status. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const fallback: ClientProblem = {
    type: 'about:blank',
    title: response.statusText || `Status ${response.status}`,
    status: response.status,
    code: codeOf(response.status),
  };
  if (Number.isFinite(seconds)) fallback.retryAfterMillis = seconds * 1000;
  try {
    const body: unknown = await response.json();
    if (isProblem(body)) return new ProblemError({ ...fallback, ...body, status: response.status });
  } catch {
    // No JSON: a proxy's page, or nothing. The status says enough.
  }
  return new ProblemError(fallback);
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}

function codeOf(status: number): ProblemCode {
  switch (status) {
    case 400:
      return 'invalid';
    case 401:
      return 'signed-out';
    case 403:
      return 'forbidden';
    case 404:
      return 'not-found';
    case 409:
      return 'conflict';
    case 410:
      return 'reload';
    case 413:
      return 'too-large';
    case 429:
      return 'rate';
    case 502:
    case 503:
      return 'unavailable';
    case 504:
      return 'unknown';
    default:
      return status >= 500 ? 'internal' : 'invalid';
  }
}
