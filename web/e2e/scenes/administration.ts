import type { Page } from 'playwright-core';
import { withRooms } from '../fake/room-stories';
import { moment, type World } from '../fake/world';
import { desktop, phone, type Scene } from './scene';

const part = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

function prepare(world: World): void {
  const rooms = withRooms(world);
  const { fake } = world.host;
  Object.assign(world.person('wren'), { role: 'admin' });
  Object.assign(world.person('alder'), { role: 'admin' });
  Object.assign(world.person('bracken'), { deactivated: true });
  const ask = (by: string, position: number, reason: string) => fake.rest.fetchFor({ user: world.person(by) })(`/api/conversations/${rooms.stables}/messages/${position}/flags`, { method: 'POST', body: JSON.stringify({ reason }) });
  void ask('juniper', rooms.root, 'This belongs to the smiths’ room, not here');
  void ask('hazel', rooms.edited, '');
  fake.accounts.activity = Array.from({ length: 30 }, (_, i) => ({
    day: new Date(moment.getTime() - (29 - i) * 86_400_000).toISOString().slice(0, 10),
    messages: Math.round(180 + 90 * Math.sin(i / 2.2) + (i % 7 > 4 ? -110 : 30)), people: 8 + (i % 4),
  }));
}

const base = { as: 'wren', prepare, path: () => '/admin' } as const;

/** What administrators see. */
export const administration: readonly Scene[] = [
  { ...base, name: 'admin-people', viewport: desktop, shows: 'Bracken Fenwick' },
  {
    ...base, name: 'admin-people-phone-dark', viewport: phone, dark: true, shows: 'One-time code for a new password',
    act: async ({ page }) => page.getByRole('button', { name: 'More about Juniper Vale' }).click(),
  },
  {
    ...base, name: 'admin-code', viewport: desktop, shows: '4821-9035-7716',
    act: async ({ page }) => {
      await page.getByRole('button', { name: 'More about Juniper Vale' }).click();
      await page.getByRole('button', { name: 'One-time code for a new password' }).click();
    },
  },
  {
    ...base, name: 'admin-invitation', viewport: desktop, shows: 'It is shown only now.',
    act: async ({ page }) => {
      await part(page, 'Invitations');
      await page.getByRole('button', { name: 'Make an invitation' }).click();
    },
  },
  { ...base, name: 'admin-reports', viewport: desktop, shows: 'Remove the message', act: async ({ page }) => part(page, 'Reports') },
  { ...base, name: 'admin-activity-dark', viewport: desktop, dark: true, shows: 'messages in all', act: async ({ page }) => part(page, 'Activity') },
  { ...base, name: 'admin-activity-phone', viewport: phone, shows: 'messages in all', act: async ({ page }) => part(page, 'Activity') },
  { ...base, name: 'admin-not-for-you', viewport: phone, as: 'juniper', shows: 'For administrators' },
];
