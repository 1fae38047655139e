import { PROBLEM_STATUS, type ProblemCode, type User } from '../protocol';
import { Refusal, unknownHere, type FakeCall, type FakeRoutes } from './call';
import type { Faults } from './faults';
import type { FakeHistory } from './history';

/** Who a browser's cookies say it is. */
export interface FakeCookies {
  user: User | undefined;
}

/** The REST routes a page needs, over the same log as the sockets; the others answer `not-found`. */
export class FakeRest {
  /** Calls as `METHOD /path`, oldest first. */
  readonly calls: string[] = [];

  constructor(
    private readonly history: FakeHistory,
    private readonly users: ReadonlyMap<string, User>,
    private readonly faults: Faults,
    private readonly groups: readonly FakeRoutes[],
    /** One-time codes for a new password, by username. */
    private readonly codes: Map<string, string>,
  ) {}

  /** A `fetch` as seen from one browser. */
  fetchFor(cookies: FakeCookies): typeof fetch {
    return async (input, init) => {
      await Promise.resolve();
      if (this.faults.unreachable) throw new TypeError('fetch failed');
      const url = new URL(input instanceof Request ? input.url : input, 'http://localhost');
      const method = init?.method ?? 'GET';
      this.calls.push(`${method} ${url.pathname}`);
      try {
        const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : {};
        const answer = this.route(`${method} ${url.pathname}`, url.searchParams, body, cookies);
        return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return problem(error.code);
      }
    };
  }

  private route(call: string, query: URLSearchParams, body: FakeCall['body'], cookies: FakeCookies): unknown {
    switch (call) {
      case 'POST /api/auth/login':
      case 'POST /api/auth/register':
        cookies.user = [...this.users.values()].find(({ username }) => username === body['username']);
        if (!cookies.user) throw new Refusal('bad-credentials');
        return { user: cookies.user, expiresInSeconds: 900 };
      case 'POST /api/auth/reset': {
        const username = String(body['username']);
        if (this.codes.get(username) !== body['code']) throw new Refusal('bad-credentials');
        this.codes.delete(username);
        return undefined;
      }
      case 'POST /api/auth/logout':
        cookies.user = undefined;
        return undefined;
    }
    const me = cookies.user;
    if (!me) throw new Refusal('signed-out');
    switch (call) {
      case 'POST /api/auth/refresh':
        return { user: me, expiresInSeconds: 900, ticket: 'ticket' };
      case 'POST /api/auth/tickets':
        return { ticket: 'ticket', expiresInSeconds: 30 };
      case 'GET /api/auth/me':
        return { user: me };
      case 'GET /api/sync':
        return this.sync(me, query);
      case 'GET /api/drafts':
        return { drafts: [] };
      case 'GET /api/users':
        return { users: this.find(query) };
      case 'GET /api/presence':
        return { users: (query.get('users') ?? '').split(',').map((id) => ({ id, online: false })) };
      case 'GET /api/conversations':
        return { conversations: this.history.conversationsOf(me.id).map((id) => this.history.conversation(id, me.id)) };
      default:
        return this.grouped(call, query, body, me);
    }
  }

  private grouped(call: string, query: URLSearchParams, body: FakeCall['body'], me: User): unknown {
    const [method = '', path = ''] = call.split(' ');
    const parts = path.split('/').slice(2).map(decodeURIComponent);
    for (const group of this.groups) {
      const answer = group.answer({ method, parts, query, body, me });
      if (answer !== unknownHere) return answer;
    }
    return this.conversation(call, query, me);
  }

  private sync(me: User, query: URLSearchParams): unknown {
    const cursor = query.get('cursor');
    if (cursor !== null && this.faults.reload) {
      this.faults.reload = false;
      throw new Refusal('reload');
    }
    return this.history.sync(me.id, cursor === null ? undefined : Number(cursor), Number(query.get('through') ?? 0));
  }

  private find(query: URLSearchParams): User[] {
    const ids = query.get('ids')?.split(',');
    const text = query.get('query') ?? '';
    return [...this.users.values()].filter(({ id, username }) => (ids ? ids.includes(id) : username.startsWith(text)));
  }

  private conversation(call: string, query: URLSearchParams, me: User): unknown {
    const [, encoded, messages] = /^GET \/api\/conversations\/([^/]+)(\/messages)?$/.exec(call) ?? [];
    if (!encoded) throw new Refusal('not-found');
    const id = decodeURIComponent(encoded);
    if (!this.history.isMember(id, me.id)) throw new Refusal('not-found');
    if (!messages) return { conversation: this.history.conversation(id, me.id) };
    const asked = Object.fromEntries([...query].map(([name, value]) => [name, Number(value)]));
    return this.history.page(id, me.id, asked);
  }
}

function problem(code: ProblemCode): Response {
  const status = PROBLEM_STATUS[code];
  const body = { type: 'about:blank', title: code, status, code, traceId: 'trace' };
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json' } });
}
