import { problemOf, ProblemError, unreachable } from './problem';

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

export interface CallOptions {
  readonly query?: Query;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  /** True for the calls that make a session: their 401 is an answer, not a reason to refresh. */
  readonly asIs?: boolean;
}

export interface HttpOptions {
  /** Origin and nothing else, such as `http://localhost:8080`; empty for the page's own. */
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  /** An access token where no cookies are used; asked before every call. */
  readonly bearer?: () => string | undefined;
  readonly timeoutMillis: number;
}

/**
 * JSON over fetch. A 401 `signed-out` is answered by one refresh, shared by all calls that met it, and one repeat.
 * Everything that is no success rejects with {@link ProblemError}; nothing else is thrown.
 */
export class Http {
  #refresh: () => Promise<void> = () => Promise.resolve();

  constructor(private readonly options: HttpOptions) {}

  /** Set once by the group that knows how to refresh. */
  refreshWith(refresh: () => Promise<void>): void {
    this.#refresh = refresh;
  }

  get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
    return this.call<T>('GET', path, { ...(query && { query }), ...(signal && { signal }) });
  }

  async call<T>(method: string, path: string, options: CallOptions = {}): Promise<T> {
    try {
      return await this.once<T>(method, path, options);
    } catch (error) {
      const signedOut = error instanceof ProblemError && error.code === 'signed-out';
      if (!signedOut || options.asIs) throw error;
      await this.#refresh();
      return this.once<T>(method, path, options);
    }
  }

  private async once<T>(method: string, path: string, options: CallOptions): Promise<T> {
    const response = await this.fetch(method, path, options);
    if (!response.ok) throw await problemOf(response);
    if (response.status === 204) return undefined as T;
    try {
      return (await response.json()) as T;
    } catch (error) {
      throw unreachable(error);
    }
  }

  private async fetch(method: string, path: string, options: CallOptions): Promise<Response> {
    const headers: Record<string, string> = { Accept: 'application/json', ...options.headers };
    if (options.body !== undefined) headers['Content-Type'] = 'application/json';
    const bearer = this.options.bearer?.();
    if (bearer) headers['Authorization'] = `Bearer ${bearer}`;
    const timeout = AbortSignal.timeout(this.options.timeoutMillis);
    try {
      return await this.options.fetch(this.options.baseUrl + path + queryOf(options.query), {
        method,
        headers,
        credentials: bearer ? 'omit' : 'same-origin',
        cache: 'no-store',
        signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
        ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
      });
    } catch (error) {
      throw unreachable(error);
    }
  }
}

/** A path with its variable parts percent-encoded: path\`/api/users/${id}\`. */
export function path(parts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return parts.reduce((all, part, i) => all + encodeURIComponent(values[i - 1] ?? '') + part);
}

function queryOf(query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  if (given.length === 0) return '';
  return `?${new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString()}`;
}
