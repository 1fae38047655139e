import type { ConversationId, Instant, Position, User, UserId } from '../protocol';
import { path, type Http } from './http';

export interface UserChange {
  readonly role?: NonNullable<User['role']>;
  readonly deactivated?: boolean;
}
export interface ResetCode {
  readonly code: string;
  readonly expiresAt?: Instant;
}
/** Lets somebody make an account where registration is by invitation. */
export interface AccountInvite {
  readonly code: string;
  readonly url?: string;
  readonly expiresAt?: Instant;
  readonly usesLeft?: number;
}
export type FlagState = 'open' | 'kept' | 'removed';
/** Somebody finds that a message should not stand. */
export interface Flag {
  readonly id: string;
  readonly conversation: ConversationId;
  readonly position: Position;
  readonly by: UserId;
  readonly reason?: string;
  readonly state: FlagState;
  readonly createdAt: Instant;
  readonly decidedBy?: UserId;
  readonly decidedAt?: Instant;
  /** As it reads now; absent once it is deleted. */
  readonly message?: { readonly from: UserId; readonly body: string; readonly at: Instant };
}
export interface FlagPage {
  readonly flags: Flag[];
  readonly next?: string;
}
/** What happened on one day. */
export interface ActivityDay {
  readonly day: string;
  readonly messages: number;
  /** How many people wrote. */
  readonly people: number;
}

export interface AccountPage {
  readonly users: User[];
  readonly next?: string;
}

/** What administrators of the installation may do; everybody else is `forbidden`. */
export class AdminCalls {
  constructor(private readonly http: Http) {}

  /** By the start of a username or name; everybody where there is no query. */
  users(query: string, after?: string): Promise<AccountPage> {
    return this.http.get('/api/admin/users', { query: query || undefined, after });
  }

  async change(user: UserId, change: UserChange): Promise<User> {
    return (await this.http.call<{ user: User }>('PATCH', path`/api/admin/users/${user}`, { body: change })).user;
  }

  /** A one-time code with which the person sets another password. */
  resetCode(user: UserId): Promise<ResetCode> {
    return this.http.call('POST', path`/api/admin/users/${user}/reset`, { body: {} });
  }

  async invite(invite: { expiresAt?: Instant; uses?: number }): Promise<AccountInvite> {
    return (await this.http.call<{ invite: AccountInvite }>('POST', '/api/admin/invites', { body: invite })).invite;
  }

  flags(state?: FlagState, after?: string): Promise<FlagPage> {
    return this.http.get('/api/admin/flags', { state, after });
  }

  /** `removed` deletes the message for everybody. */
  async judge(flag: string, state: FlagState): Promise<void> {
    await this.http.call('PATCH', path`/api/admin/flags/${flag}`, { body: { state } });
  }

  /** One entry a day, oldest first. */
  async activity(from: string, to: string): Promise<ActivityDay[]> {
    return (await this.http.get<{ days: ActivityDay[] }>('/api/admin/activity', { from, to })).days;
  }
}
