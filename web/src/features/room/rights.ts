import type { ConversationSnapshot, Role } from '@postrider/client';

/** What the viewer may do in a conversation; the server decides, this only keeps from offering what it would refuse. */
export interface Rights {
  readonly post: boolean;
  readonly invite: boolean;
  readonly everyone: boolean;
  readonly pin: boolean;
  readonly deleteOthers: boolean;
  /** Name, topic, settings; members' roles below one's own. */
  readonly manage: boolean;
  /** Visibility, archive, handing over, deleting. */
  readonly own: boolean;
}

type Known = Pick<ConversationSnapshot, 'kind' | 'role' | 'settings' | 'archived'>;

export const ranks: Record<Role, number> = { reader: 0, member: 1, admin: 2, owner: 3 };

export function rightsOf({ kind, role = 'member', settings, archived = false }: Known): Rights {
  if (kind === 'feed') return { post: false, invite: false, everyone: false, pin: false, deleteOthers: false, manage: false, own: false };
  if (kind === 'dm') return { post: true, invite: false, everyone: false, pin: true, deleteOthers: false, manage: false, own: false };
  const admin = ranks[role] >= ranks.admin;
  const by = (who: 'members' | 'admins' | undefined) => !archived && (who === 'admins' ? admin : role !== 'reader');
  return {
    post: by(settings?.posting),
    invite: by(settings?.invite),
    everyone: by(settings?.everyone ?? 'admins'),
    pin: admin && !archived,
    deleteOthers: admin && !archived,
    manage: admin && !archived,
    own: role === 'owner',
  };
}

/** The roles that somebody of this role may give to one who has that role; none where they may not touch them. */
export function rolesToGive(mine: Role | undefined, theirs: Role): readonly Role[] {
  if (mine !== 'owner' && mine !== 'admin') return [];
  if (ranks[theirs] >= ranks[mine]) return [];
  return (['reader', 'member', 'admin'] as const).filter((role) => role !== theirs && ranks[role] < ranks[mine]);
}

export const roleNames: Record<Role, string> = { owner: 'Owner', admin: 'Admin', member: 'Member', reader: 'Reader' };
