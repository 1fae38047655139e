import type { Draft, PresenceState, SessionView, User } from '@postrider/client';
import type { FakeServer } from '@postrider/client/testing';

interface Cookies { user: User | undefined }

/** What the page calls and the client package's fake leaves out: profile, sessions, drafts, single users, presence as staged. */
export class ExtraRoutes {
  readonly drafts = new Map<string, Draft>();
  readonly presence = new Map<string, PresenceState>();
  sessions: SessionView[] = [];
  /** Who makes an account needs an invitation. */
  closed = false;

  constructor(private readonly fake: FakeServer) {
    const { chat } = fake;
    const say = chat.say.bind(chat);
    chat.say = (socket, frame) => {
      if (frame.type === 'online' && frame.users) {
        const users = [...new Set([...frame.users, ...this.hereIn(frame.conversation)])];
        return say(socket, { ...frame, users, total: users.length });
      }
      if (frame.type !== 'presence') return say(socket, frame);
      say(socket, { ...frame, users: frame.users.map((state) => this.presence.get(state.id) ?? state) });
    };
  }

  /** Undefined where the fake server itself ought to answer. */
  answer(call: string, body: string, { user }: Cookies): Response | undefined {
    const [method = '', path = ''] = call.split(' ');
    const given = body ? (JSON.parse(body) as Record<string, unknown>) : {};
    if (call === 'POST /api/auth/register') return this.register(given);
    if (!user) return undefined;
    if (call === 'PATCH /api/auth/me') return Response.json({ user: Object.assign(user, given) });
    if (path === '/api/auth/sessions') return this.sessionsCall(method);
    if (path.startsWith('/api/auth/sessions/')) return this.endSession(path.slice('/api/auth/sessions/'.length));
    if (call === 'GET /api/drafts') return Response.json({ drafts: [...this.drafts.values()] });
    const [, conversation] = /^\/api\/conversations\/([^/]+)\/draft$/.exec(path) ?? [];
    if (conversation) return this.draft(method, decodeURIComponent(conversation), given);
    const [, within, position] = /^\/api\/conversations\/([^/]+)\/messages\/(\d+)$/.exec(path) ?? [];
    if (within) return this.message(decodeURIComponent(within), user.id, Number(position));
    const [, id] = /^\/api\/users\/([^/?]+)$/.exec(path) ?? [];
    const found = id ? this.fake.users.get(id) : undefined;
    if (found) return Response.json({ user: found });
    const query = /^GET \/api\/users\?query=(.*)$/.exec(call)?.[1];
    return query === undefined ? undefined : this.find(decodeURIComponent(query).toLowerCase());
  }

  private message(conversation: string, me: string, position: number): Response | undefined {
    const { messages } = this.fake.history.page(conversation, me, { around: position, limit: 1 });
    const found = messages.find((entry) => entry.position === position);
    return found && Response.json({ message: found });
  }

  private register(given: Record<string, unknown>): Response | undefined {
    const username = String(given['username']);
    if (this.closed && given['invite'] !== 'welcome-7h2k') return problem(403, 'registration-closed');
    if ([...this.fake.users.values()].some((user) => user.username === username)) {
      return problem(409, 'username-taken');
    }
    Object.assign(this.fake.user(username), { displayName: given['displayName'] ?? username });
    return undefined;
  }

  private hereIn(conversation: string): string[] {
    return [...this.presence.values()].filter(({ id, online }) => online && this.fake.history.isMember(conversation, id)).map(({ id }) => id);
  }

  private find(query: string): Response {
    const users = [...this.fake.users.values()].filter((user) => user.username.startsWith(query) || user.displayName.toLowerCase().includes(query));
    return Response.json({ users });
  }

  private sessionsCall(method: string): Response {
    if (method === 'GET') return Response.json({ sessions: this.sessions });
    this.sessions = this.sessions.filter((session) => session.current);
    return new Response(null, { status: 204 });
  }

  private endSession(id: string): Response {
    this.sessions = this.sessions.filter((session) => session.id !== id);
    return new Response(null, { status: 204 });
  }

  private draft(method: string, conversation: string, given: Record<string, unknown>): Response {
    if (method === 'DELETE') {
      this.drafts.delete(conversation);
      return new Response(null, { status: 204 });
    }
    const draft = { ...given, conversation, at: new Date().toISOString() } as Draft;
    this.drafts.set(conversation, draft);
    return Response.json({ draft });
  }
}

function problem(status: number, code: string): Response {
  return Response.json({ type: 'about:blank', title: code, status, code, traceId: '0' }, { status, headers: { 'Content-Type': 'application/problem+json' } });
}
