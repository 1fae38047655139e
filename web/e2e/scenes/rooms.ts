import type { Page } from 'playwright-core';
import { livedIn } from '../fake/stories';
import { withRooms, type Rooms } from '../fake/room-stories';
import type { World } from '../fake/world';
import { desktop, phone, type Scene } from './scene';

const foals = 'the foals are out';
let rooms: Rooms;
const as = (role: Parameters<typeof withRooms>[1]) => (world: World) => void (rooms = withRooms(world, role));
const base = { as: 'wren', prepare: as('member'), path: () => `/c/${rooms.stables}` } as const;
const ready = (page: Page) => page.getByText(foals).locator('visible=true').last().waitFor();
const more = async (page: Page, item: string) => {
  await ready(page);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: item }).click();
};
const members = async (page: Page) => {
  await ready(page);
  await page.getByRole('button', { name: 'Members', exact: true }).click();
  await page.getByText('Tansy Lindqvist').locator('visible=true').last().waitFor();
};

/** Rooms: finding, making, being in one. */
export const roomScenes: readonly Scene[] = [
  { ...base, name: 'room', viewport: desktop, shows: foals },
  { ...base, name: 'room-dark', viewport: desktop, dark: true, shows: foals },
  { ...base, name: 'room-phone', viewport: phone, shows: foals },
  { ...base, name: 'room-list-phone-dark', viewport: phone, dark: true, path: () => '/', shows: 'Northern route' },
  {
    ...base, name: 'room-create', viewport: desktop, path: () => '/', shows: 'Everybody here can find it',
    act: async ({ page }) => {
      await page.getByRole('button', { name: 'Rooms' }).click();
      await page.getByRole('button', { name: 'New room' }).click();
      await page.getByLabel('Name', { exact: true }).fill('Saddlers');
      await page.getByLabel('Topic').fill('Leather, thread and patience');
    },
  },
  {
    ...base, name: 'room-create-taken-phone', viewport: phone, path: () => '/', shows: 'There is a public room of this name already.', provokes: [/409/],
    act: async ({ page }) => {
      await page.getByRole('button', { name: 'Rooms' }).click();
      await page.getByRole('button', { name: 'New room' }).click();
      await page.getByLabel('Name', { exact: true }).fill('Map room');
      await page.getByRole('button', { name: 'Create room' }).click();
    },
  },
  {
    ...base, name: 'room-made', viewport: desktop, path: () => '/', shows: 'You created the room “Saddlers”',
    act: async ({ page }) => {
      await page.getByRole('button', { name: 'Rooms' }).click();
      await page.getByRole('button', { name: 'New room' }).click();
      await page.getByLabel('Name', { exact: true }).fill('Saddlers');
      await page.getByLabel('Topic').fill('Leather, thread and patience');
      await page.getByText('Private', { exact: true }).click();
      await page.getByRole('button', { name: 'Create room' }).click();
    },
  },
  {
    ...base, name: 'rooms-browse', viewport: desktop, path: () => '/', shows: 'Every road that is not on a map yet',
    act: async ({ page }) => {
      await page.getByRole('button', { name: 'Rooms' }).click();
      await page.getByRole('button', { name: 'Browse rooms' }).click();
    },
  },
  {
    ...base, name: 'rooms-browse-nothing-phone-dark', viewport: phone, dark: true, path: () => '/', shows: 'No room goes by',
    act: async ({ page }) => {
      await page.getByRole('button', { name: 'Rooms' }).click();
      await page.getByRole('button', { name: 'Browse rooms' }).click();
      await page.getByLabel('Find a room').fill('dragons');
    },
  },
  {
    ...base, name: 'room-joined', viewport: phone, path: () => '/', shows: 'You joined',
    act: async ({ page }) => {
      await page.getByRole('button', { name: 'Rooms' }).click();
      await page.getByRole('button', { name: 'Browse rooms' }).click();
      await page.getByRole('button', { name: 'Join Map room' }).click();
    },
  },
  {
    ...base, name: 'room-lines', viewport: desktop, shows: 'Show less',
    prepare: (world) => {
      rooms = withRooms(world);
      const id = (name: string) => world.person(name).id;
      const { stables: conversation } = rooms;
      world.happened({ type: 'room', conversation, from: id('tansy'), changed: { topic: 'Hay, hooves, and who rides when' } } as never, 5);
      world.happened({ type: 'joined', conversation, from: id('moss'), users: ['bracken', 'maximiliane'].map(id), role: 'member' } as never, 4);
      world.happened({ type: 'left', conversation, from: id('moss'), user: id('maximiliane'), reason: 'removed' } as never, 3);
      world.happened({ type: 'role', conversation, from: id('tansy'), user: id('bracken'), role: 'admin' } as never, 2);
      world.happened({ type: 'room', conversation, from: id('bracken'), changed: { name: 'The stables' } } as never, 1);
    },
    act: async ({ page }) => page.getByRole('button', { name: 'Show all 5' }).click(),
  },
  {
    ...base, name: 'room-archived-dark', viewport: desktop, dark: true, shows: 'This room is archived',
    prepare: (world) => {
      rooms = withRooms(world);
      world.happened({ type: 'room', conversation: rooms.stables, from: world.person('tansy').id, changed: { archived: true } } as never, 2);
    },
  },
  { ...base, name: 'room-only-admins-phone', viewport: phone, path: () => `/c/${rooms.notices}`, shows: 'Only admins write here.' },
  {
    ...base, name: 'room-removed', viewport: desktop, shows: 'You are no longer in Stables',
    act: async ({ page, world }) => {
      await ready(page);
      world.happened({ type: 'left', conversation: rooms.stables, from: world.person('tansy').id, user: world.person('wren').id, reason: 'removed' } as never);
    },
  },
  { ...base, name: 'room-leave', viewport: desktop, shows: 'you can join again at any time', act: async ({ page }) => more(page, 'Leave the room') },
  { ...base, name: 'members', viewport: desktop, prepare: as('admin'), shows: 'Invite links', act: async ({ page }) => members(page) },
  { ...base, name: 'members-phone', viewport: phone, prepare: as('admin'), shows: 'Invite links', act: async ({ page }) => members(page) },
  {
    ...base, name: 'members-menu-dark', viewport: desktop, dark: true, prepare: as('owner'), shows: 'Hand the room over',
    act: async ({ page }) => {
      await members(page);
      await page.getByRole('button', { name: 'More about Moss Okonjo' }).click();
    },
  },
  {
    ...base, name: 'members-ban', viewport: desktop, prepare: as('owner'), shows: 'until the ban is lifted',
    act: async ({ page }) => {
      await members(page);
      await page.getByRole('button', { name: 'More about Rowan Achebe' }).click();
      await page.getByRole('button', { name: 'Ban', exact: true }).click();
    },
  },
  {
    ...base, name: 'members-add', viewport: desktop, shows: 'Add 2 people',
    act: async ({ page }) => {
      await members(page);
      await page.getByRole('button', { name: 'Add people' }).click();
      await page.getByLabel('Name or username').fill('br');
      await page.getByRole('checkbox', { name: /Bracken/ }).check();
      await page.getByLabel('Name or username').fill('al');
      await page.getByRole('checkbox', { name: /Alder/ }).check();
    },
  },
  {
    ...base, name: 'invite-links', viewport: desktop, shows: 'For anybody, until',
    act: async ({ page }) => {
      await members(page);
      await page.getByRole('button', { name: 'Invite links' }).click();
      await page.getByRole('button', { name: 'Make a link' }).click();
      await page.getByText('For anybody, until').waitFor();
      await page.getByLabel('Lets in').selectOption({ label: 'One person' });
      await page.getByRole('button', { name: 'Make a link' }).click();
      await page.getByText('For 1 more person').waitFor();
    },
  },
  {
    ...base, name: 'invite-phone', viewport: phone, path: () => '/invites/k7h2qqq0', shows: 'You are invited to',
    prepare: (world) => {
      livedIn(world);
      const room = world.room('Northern route', ['juniper', 'alder', 'moss'], 900, { visibility: 'private', topic: 'Planning the spring ride' });
      world.host.fake.rooms.invites.push({ room, code: 'k7h2qqq0' });
    },
  },
  { ...base, name: 'invite-over-dark', viewport: desktop, dark: true, path: () => '/invites/gone', shows: 'This invitation does not open', provokes: [/404/] },
  { ...base, name: 'room-settings', viewport: desktop, prepare: as('owner'), shows: 'Who mentions everyone', act: async ({ page }) => more(page, 'Room settings') },
  {
    ...base, name: 'room-settings-owner-phone', viewport: phone, prepare: as('owner'), shows: 'Delete the room',
    act: async ({ page }) => {
      await more(page, 'Room settings');
      await page.getByRole('button', { name: 'Delete the room' }).scrollIntoViewIfNeeded();
    },
  },
  {
    ...base, name: 'room-delete', viewport: desktop, prepare: as('owner'), shows: 'This cannot be undone.',
    act: async ({ page }) => {
      await more(page, 'Room settings');
      await page.getByRole('button', { name: 'Delete the room' }).click();
    },
  },
];
