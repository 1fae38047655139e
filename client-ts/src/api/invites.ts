import type { ConversationId, Instant, Room } from '../protocol';
import { path, type Http } from './http';

/** A link that lets whoever holds it into a room. */
export interface Invite {
  readonly code: string;
  readonly url: string;
  readonly expiresAt?: Instant;
  readonly usesLeft?: number;
}
export interface NewInvite {
  readonly expiresAt?: Instant;
  readonly uses?: number;
}
/** What an invitation shows of its room. */
export type InvitedTo = Pick<Room, 'id' | 'name' | 'topic' | 'memberCount'>;

/** Invitations to rooms by link. */
export class InviteCalls {
  constructor(private readonly http: Http) {}

  async create(room: ConversationId, invite: NewInvite = {}): Promise<Invite> {
    const url = path`/api/rooms/${room}/invites`;
    return (await this.http.call<{ invite: Invite }>('POST', url, { body: invite })).invite;
  }

  async list(room: ConversationId): Promise<Invite[]> {
    return (await this.http.get<{ invites: Invite[] }>(path`/api/rooms/${room}/invites`)).invites;
  }

  revoke(room: ConversationId, code: string): Promise<void> {
    return this.http.call('DELETE', path`/api/rooms/${room}/invites/${code}`);
  }

  /** Rejects with `not-found` where the code is unknown, used up or over. */
  async look(code: string): Promise<InvitedTo> {
    return (await this.http.get<{ room: InvitedTo }>(path`/api/invites/${code}`)).room;
  }
}
