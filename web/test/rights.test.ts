import type { Role, Settings } from '@postrider/client';
import { describe, expect, it } from 'vitest';
import { isMuted, waiting } from '@/features/conversation/muted';
import { inviteAddress, inviteAt } from '@/features/room/invite-address';
import { rightsOf, rolesToGive } from '@/features/room/rights';

const settings: Settings = { history: 'all', posting: 'members', invite: 'members', everyone: 'admins', slowModeSeconds: 0 };
const of = (role: Role, more: Partial<Settings> = {}, archived = false) => rightsOf({ kind: 'room', role, settings: { ...settings, ...more }, archived });

describe('what is offered in a room', () => {
  it('follows the table of the contract', () => {
    expect(of('reader')).toMatchObject({ post: false, invite: false, pin: false, manage: false });
    expect(of('member')).toMatchObject({ post: true, invite: true, everyone: false, pin: false, deleteOthers: false, manage: false, own: false });
    expect(of('admin')).toMatchObject({ post: true, everyone: true, pin: true, deleteOthers: true, manage: true, own: false });
    expect(of('owner')).toMatchObject({ manage: true, own: true });
  });
  it('follows the settings', () => {
    expect(of('member', { posting: 'admins', invite: 'admins', everyone: 'members' })).toMatchObject({ post: false, invite: false, everyone: true });
    expect(of('admin', { posting: 'admins', invite: 'admins' })).toMatchObject({ post: true, invite: true });
  });
  it('is next to nothing in an archived one, but for its owner, who opens it again', () => {
    expect(of('owner', {}, true)).toEqual({ post: false, invite: false, everyone: false, pin: false, deleteOthers: false, manage: false, own: true });
  });
  it('never reaches a role at or above one\'s own', () => {
    expect(rolesToGive('admin', 'member')).toEqual(['reader']);
    expect(rolesToGive('admin', 'admin')).toEqual([]);
    expect(rolesToGive('owner', 'admin')).toEqual(['reader', 'member']);
    expect(rolesToGive('owner', 'member')).toEqual(['reader', 'admin']);
    expect(rolesToGive('member', 'reader')).toEqual([]);
  });
});

describe('invitations', () => {
  it('open at an address of this page, whatever the server names', () => {
    expect(inviteAddress({ code: 'abc', url: 'https://chat.example/invites/abc' }, 'http://localhost:8080')).toBe('https://chat.example/invites/abc');
    expect(inviteAddress({ code: 'abc', url: '/api/invites/abc' }, 'http://localhost:8080')).toBe('http://localhost:8080/invites/abc');
  });
  it('are read back from the address', () => {
    expect(inviteAt('/invites/abc')).toBe('abc');
    for (const path of ['/invites', '/invites/', '/invites/a/b', '/c/abc', '/invites/%E0%A4%A']) expect(inviteAt(path)).toBeUndefined();
  });
});

describe('attention', () => {
  const now = new Date('2026-11-20T12:00:00.000Z');
  const mine = { notify: 'all', favourite: false, hidden: false } as const;
  it('is not asked for by what is muted, and by mentions alone where one wants it so', () => {
    expect(isMuted({ ...mine, mutedUntil: '2026-11-20T13:00:00.000Z' }, now)).toBe(true);
    expect(isMuted({ ...mine, mutedUntil: '2026-11-20T11:00:00.000Z' }, now)).toBe(false);
    expect(waiting({ mine, unread: 5, mentions: 1 }, now)).toBe(5);
    expect(waiting({ mine: { ...mine, notify: 'mentions' }, unread: 5, mentions: 1 }, now)).toBe(1);
    expect(waiting({ mine: { ...mine, notify: 'none' }, unread: 5, mentions: 1 }, now)).toBe(0);
  });
});
