import type { Page } from 'playwright-core';
import { livedIn } from '../fake/stories';
import type { World } from '../fake/world';
import { desktop, phone, type Scene } from './scene';

const base = { as: 'wren', prepare: livedIn, path: (world: World) => `/c/${world.with('juniper')}` } as const;
const open = async (page: Page) => page.getByRole('button', { name: /^Profile and settings/ }).click();

/** Oneself and this page. */
export const settings: readonly Scene[] = [
  { ...base, name: 'settings', viewport: desktop, shows: 'Save profile', act: async ({ page }) => open(page) },
  {
    ...base, name: 'settings-sessions-dark', viewport: desktop, dark: true, shows: 'Sign out all other devices',
    act: async ({ page }) => {
      await open(page);
      await page.getByText('Sign out all other devices').scrollIntoViewIfNeeded();
    },
  },
  {
    ...base, name: 'settings-status', viewport: desktop, shows: 'It stands',
    act: async ({ page }) => {
      await open(page);
      await page.getByRole('button', { name: 'Choose an emoji for the status' }).click();
      await page.getByRole('button', { name: 'Horse' }).click();
      await page.getByRole('textbox', { name: 'Status' }).fill('On the road to Larkmoor');
      await page.getByLabel('It stands').selectOption({ label: 'Today' });
    },
  },
  {
    ...base, name: 'settings-blocked-phone', viewport: phone, path: () => '/', shows: '@moss',
    prepare: (world) => {
      livedIn(world);
      void world.host.fake.rest.fetchFor({ user: world.person('wren') })(`/api/blocks/${world.person('moss').id}`, { method: 'PUT' });
    },
    act: async ({ page }) => {
      await open(page);
      await page.getByRole('button', { name: 'Unblock Moss Okonjo' }).scrollIntoViewIfNeeded();
    },
  },
  { ...base, name: 'settings-phone', viewport: phone, path: () => '/', shows: 'Save profile', act: async ({ page }) => open(page) },
];
