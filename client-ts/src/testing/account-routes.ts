import type { User, UserId } from '../protocol';
import { Refusal, unknownHere, type FakeCall, type FakeRoutes } from './call';
import type { FakeChat } from './chat';
import type { FakeHistory } from './history';
import type { FakeMessageRoutes } from './message-routes';

/** Whom one has blocked, and what administrators do. */
export class FakeAccountRoutes implements FakeRoutes {
  readonly #blocks = new Map<UserId, Set<UserId>>();
  /** What the installation counted, one entry a day. */
  activity: unknown[] = [];
  /** One-time codes by username. */
  readonly codes = new Map<string, string>();

  constructor(
    private readonly users: ReadonlyMap<UserId, User>,
    private readonly chat: FakeChat,
    private readonly history: FakeHistory,
    private readonly messages: FakeMessageRoutes,
  ) {}

  answer(call: FakeCall): unknown {
    const [group] = call.parts;
    if (group === 'blocks') return this.block(call);
    if (group !== 'admin') return unknownHere;
    if (call.me.role !== 'admin') throw new Refusal('forbidden');
    return this.administer(call);
  }

  private block({ method, parts, me }: FakeCall): unknown {
    const blocked = this.#blocks.get(me.id) ?? new Set<UserId>();
    this.#blocks.set(me.id, blocked);
    if (method === 'GET') return { users: [...blocked].flatMap((id) => this.users.get(id) ?? []) };
    const user = parts[1] ?? '';
    const on = method === 'PUT';
    if (on) blocked.add(user);
    else blocked.delete(user);
    this.chat.happen({ type: 'blocked', conversation: `me:${me.id}`, user, on });
    return undefined;
  }

  private administer({ method, parts, query, body, me }: FakeCall): unknown {
    const [, what, id, part] = parts;
    if (what === 'users' && method === 'GET') return { users: this.find((query.get('query') ?? '').toLowerCase()) };
    if (what === 'users' && method === 'PATCH') return { user: Object.assign(this.user(id), body) };
    if (what === 'users' && part === 'reset') return this.reset(this.user(id));
    if (what === 'invites') return { invite: { code: 'welcome-7h2k', ...body } };
    if (what === 'flags' && method === 'GET') return { flags: this.flags(query.get('state'), me) };
    if (what === 'flags') {
      const flag = this.messages.flags.find((one) => one.id === id);
      if (!flag) throw new Refusal('not-found');
      flag.state = String(body['state']);
      return { flag };
    }
    return what === 'activity' ? { days: this.activity } : unknownHere;
  }

  private reset({ username }: User): unknown {
    this.codes.set(username, '4821-9035-7716');
    return { code: '4821-9035-7716', expiresAt: '2026-11-21T14:32:00.000Z' };
  }

  private find(text: string): User[] {
    return [...this.users.values()].filter(({ username, displayName }) =>
      `${username} ${displayName}`.toLowerCase().includes(text),
    );
  }

  private flags(state: string | null, { id: me }: User): unknown[] {
    const flags = this.messages.flags.filter((flag) => state === null || flag.state === state);
    return flags.map((flag) => {
      const { messages } = this.history.page(flag.conversation, me, { limit: Number.POSITIVE_INFINITY });
      const found = messages.find(({ position }) => position === flag.position);
      if (found?.type !== 'message' || found.body === undefined) return flag;
      const { from, body, at } = found;
      return { ...flag, message: { from, body, at } };
    });
  }

  private user(id: string | undefined): User {
    const user = this.users.get(id ?? '');
    if (!user) throw new Refusal('not-found');
    return user;
  }
}
