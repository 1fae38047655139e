import type { Availability, SessionView, Status, User } from '../protocol';
import { path, type Http } from './http';
import { SingleFlight, type Exclusive } from './refresh';

export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly device?: string;
}
export interface NewAccount {
  readonly username: string;
  readonly password: string;
  readonly displayName?: string;
  readonly invite?: string;
}
export interface SignedIn {
  readonly user: User;
  readonly expiresInSeconds: number;
  /** Only in token mode. */
  readonly accessToken?: string;
  readonly refreshToken?: string;
}
export interface Refreshed extends SignedIn {
  readonly ticket: string;
}
export interface Ticket {
  readonly ticket: string;
  readonly expiresInSeconds: number;
}

/** Absent keeps, null clears. */
export interface ProfileChange {
  readonly displayName?: string;
  readonly color?: string;
  readonly status?: Status | null;
  readonly availability?: Availability;
}

/** Account and session of whoever is signed in by cookie. */
export class AuthCalls {
  readonly #refresh: SingleFlight<Refreshed>;

  constructor(
    private readonly http: Http,
    exclusive: Exclusive,
  ) {
    this.#refresh = new SingleFlight('postrider-refresh', exclusive, () =>
      this.http.call<Refreshed>('POST', '/api/auth/refresh', { body: {}, asIs: true }),
    );
    http.refreshWith(async () => void (await this.refresh()));
  }

  async register(account: NewAccount): Promise<User> {
    return (await this.http.call<{ user: User }>('POST', '/api/auth/register', { body: account, asIs: true })).user;
  }

  login(credentials: Credentials): Promise<SignedIn> {
    return this.http.call('POST', '/api/auth/login', { body: { ...credentials, mode: 'cookie' }, asIs: true });
  }

  /** New tokens and a ticket for the socket; one at a time in this tab and among tabs. */
  refresh(): Promise<Refreshed> {
    return this.#refresh.run();
  }

  ticket(): Promise<Ticket> {
    return this.http.call('POST', '/api/auth/tickets', { body: {} });
  }

  logout(): Promise<void> {
    return this.http.call('POST', '/api/auth/logout', { body: {}, asIs: true });
  }

  async me(): Promise<User> {
    return (await this.http.get<{ user: User }>('/api/auth/me')).user;
  }

  async change(profile: ProfileChange): Promise<User> {
    return (await this.http.call<{ user: User }>('PATCH', '/api/auth/me', { body: profile })).user;
  }

  /** Every other session ends. */
  password(current: string, next: string): Promise<void> {
    return this.http.call('POST', '/api/auth/password', { body: { current, next } });
  }

  /** With the one-time code an administrator gave. */
  reset(username: string, code: string, next: string): Promise<void> {
    return this.http.call('POST', '/api/auth/reset', { body: { username, code, next }, asIs: true });
  }

  deactivate(password: string): Promise<void> {
    return this.http.call('POST', '/api/auth/deactivate', { body: { password } });
  }

  async sessions(): Promise<SessionView[]> {
    return (await this.http.get<{ sessions: SessionView[] }>('/api/auth/sessions')).sessions;
  }

  endSession(id: string): Promise<void> {
    return this.http.call('DELETE', path`/api/auth/sessions/${id}`);
  }

  endOtherSessions(): Promise<void> {
    return this.http.call('DELETE', '/api/auth/sessions');
  }
}
