import type { Page } from 'playwright-core';
import { withRooms, type Rooms } from '../fake/room-stories';
import type { World } from '../fake/world';
import { desktop, phone, type Scene } from './scene';

const foals = 'the foals are out';
let rooms: Rooms;
const as = (role: Parameters<typeof withRooms>[1]) => (world: World) => void (rooms = withRooms(world, role));
const base = { as: 'wren', prepare: as('member'), path: () => `/c/${rooms.stables}` } as const;
const ready = (page: Page) => page.getByText(foals).locator('visible=true').last().waitFor();
const message = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text }).last();
const box = (page: Page) => page.getByRole('textbox', { name: 'Message Stables' });

/** What is said in rooms, and what happens to it. */
export const talk: readonly Scene[] = [
  {
    ...base, name: 'mention', viewport: desktop, prepare: as('admin'), shows: 'Hazel Moreau',
    act: async ({ page }) => {
      await ready(page);
      await box(page).pressSequentially('Thank you @e');
      await page.getByRole('option', { name: /everyone/ }).waitFor();
    },
  },
  {
    ...base, name: 'mention-phone-dark', viewport: phone, dark: true, shows: '@hazel',
    act: async ({ page }) => {
      await ready(page);
      await box(page).pressSequentially('Sure @ha');
      await page.getByRole('option', { name: /Hazel/ }).waitFor();
    },
  },
  {
    ...base, name: 'mention-sent', viewport: desktop, shows: 'bring it on Thursday',
    act: async ({ page }) => {
      await ready(page);
      await box(page).pressSequentially('@ha');
      await page.getByRole('option', { name: /Hazel/ }).waitFor();
      await page.keyboard.press('Enter');
      await page.keyboard.type('I bring it on Thursday');
      await page.keyboard.press('Enter');
      await message(page, 'bring it on Thursday').locator('[title="@hazel"]').waitFor();
    },
  },
  {
    ...base, name: 'thread-pane', viewport: desktop, shows: 'she does not like the bridge',
    act: async ({ page }) => {
      await ready(page);
      await page.getByRole('button', { name: /^3 replies/ }).click();
      await page.getByRole('region', { name: 'Messages of this thread' }).getByText('he opens at eight').waitFor();
      await page.getByRole('textbox', { name: 'Message the thread' }).fill('And the brush, she was in the mud.');
      await page.mouse.move(640, 30);
    },
  },
  {
    ...base, name: 'thread-pane-phone-dark', viewport: phone, dark: true, shows: 'he opens at eight',
    act: async ({ page }) => {
      await ready(page);
      await page.getByRole('button', { name: /^3 replies/ }).click();
    },
  },
  {
    ...base, name: 'pins', viewport: desktop, prepare: as('admin'), shows: 'Go to the message',
    act: async ({ page }) => {
      await ready(page);
      await page.getByRole('button', { name: 'Pinned messages' }).click();
    },
  },
  {
    ...base, name: 'pins-none-phone', viewport: phone, path: () => `/c/${rooms.route}`, shows: 'Nothing is pinned',
    act: async ({ page }) => {
      await page.getByText('The folded one').last().waitFor();
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('button', { name: 'Pinned messages' }).click();
    },
  },
  {
    ...base, name: 'message-menu', viewport: desktop, prepare: as('admin'), shows: 'Report to the administrators',
    act: async ({ page }) => {
      await ready(page);
      await message(page, 'small saddle').hover();
      await message(page, 'small saddle').getByRole('button', { name: 'More about this message' }).click();
    },
  },
  {
    ...base, name: 'message-about', viewport: desktop, shows: 'Before it was edited',
    act: async ({ page }) => {
      await ready(page);
      await message(page, 'three bags of oats').focus();
      await page.keyboard.press('i');
    },
  },
  {
    ...base, name: 'message-report-phone', viewport: phone, shows: 'The author is not told.',
    act: async ({ page }) => {
      await ready(page);
      await message(page, 'more knot than halter').focus();
      await message(page, 'more knot than halter').getByRole('button', { name: 'More about this message' }).click();
      await page.getByRole('button', { name: 'Report to the administrators' }).click();
    },
  },
  {
    ...base, name: 'blocked-folded', viewport: desktop, shows: 'A message of somebody you have blocked',
    prepare: (world) => {
      rooms = withRooms(world);
      void world.host.fake.rest.fetchFor({ user: world.person('wren') })(`/api/blocks/${world.person('juniper').id}`, { method: 'PUT' });
    },
  },
  {
    ...base, name: 'blocked-direct-phone', viewport: phone, path: (world) => `/c/${world.with('tansy')}`, shows: 'You have blocked Tansy Lindqvist.',
    prepare: (world) => {
      rooms = withRooms(world);
      void world.host.fake.rest.fetchFor({ user: world.person('wren') })(`/api/blocks/${world.person('tansy').id}`, { method: 'PUT' });
    },
  },
  {
    ...base, name: 'notifications', viewport: desktop, shows: 'Quiet for a while',
    act: async ({ page }) => {
      await ready(page);
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('button', { name: 'Notifications' }).click();
    },
  },
  {
    ...base, name: 'favourite-and-muted', viewport: desktop, shows: foals,
    act: async ({ page, world }) => {
      await ready(page);
      const me = `me:${world.person('wren').id}`;
      world.happened({ type: 'mine', conversation: me, about: rooms.route, mine: { notify: 'all', favourite: true, hidden: false } } as never);
      world.happened({ type: 'mine', conversation: me, about: world.with('tansy'), mine: { notify: 'none', favourite: false, hidden: false } } as never);
      await page.getByRole('img', { name: 'muted' }).waitFor();
      await page.getByRole('button', { name: 'More', exact: true }).click();
    },
  },
  {
    ...base, name: 'room-typing-phone', viewport: phone, shows: 'Hazel Moreau and Rowan Achebe are writing',
    act: async ({ page, world }) => {
      await ready(page);
      for (const name of ['hazel', 'rowan']) world.host.fake.chat.tell({ type: 'typing', conversation: rooms.stables, from: world.person(name).id }, ({ username }) => username === 'wren');
    },
  },
];
