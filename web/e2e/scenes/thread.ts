import type { Page } from 'playwright-core';
import { livedIn } from '../fake/stories';
import type { World } from '../fake/world';
import { desktop, phone, type Scene } from './scene';

const juniper = (world: World) => `/c/${world.with('juniper')}`;
const kettle = 'Kettle, rope, spare buckle.';
const message = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text }).last();
const base = { as: 'wren', prepare: livedIn, path: juniper } as const;

/** One conversation in all that can be done in it. */
export const thread: readonly Scene[] = [
  { ...base, name: 'conversation', viewport: desktop, shows: kettle },
  { ...base, name: 'conversation-dark', viewport: desktop, dark: true, shows: kettle },
  { ...base, name: 'conversation-phone', viewport: phone, shows: kettle },
  { ...base, name: 'conversation-phone-dark', viewport: phone, dark: true, shows: kettle },
  {
    ...base, name: 'typing', viewport: phone, shows: 'Juniper Vale is writing',
    act: async ({ page, world }) => {
      await page.getByText(kettle).last().waitFor();
      world.typing('juniper');
    },
  },
  { ...base, name: 'unread', viewport: desktop, path: (world) => `/c/${world.with('tansy')}`, shows: 'Three horses are shod' },
  {
    ...base, name: 'unread-many', viewport: desktop, path: (world) => `/c/${world.with('tansy')}`, shows: /new messages/,
    prepare: (world) => {
      livedIn(world);
      world.read('wren', 'tansy', world.say('wren', 'tansy', 'Off for a while, write to me!', 60), 60);
      for (let i = 0; i < 40; i++) world.say('tansy', 'tansy', `Station ${i + 1} passed, all well.`, 55 - i);
    },
  },
  {
    ...base, name: 'scrolled-back', viewport: desktop, shows: /new message/,
    act: async ({ page, world }) => {
      await page.getByText(kettle).last().waitFor();
      await page.mouse.move(900, 400);
      for (let i = 0; i < 8; i++) {
        await page.mouse.wheel(0, -900);
        await page.waitForTimeout(60);
      }
      world.say('juniper', 'juniper', 'One more thing…');
    },
  },
  { ...base, name: 'first-words', viewport: desktop, path: (world) => `/c/${world.with('maximiliane')}`, shows: 'Nothing said yet.' },
  {
    ...base, name: 'long-text-phone', viewport: phone, path: (world) => `/c/${world.with('maximiliane')}`, shows: /Donaudampf/,
    prepare: (world) => {
      livedIn(world);
      world.here('maximiliane', true);
      world.say('maximiliane', 'maximiliane', `Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle${'o'.repeat(60)}`, 12);
      world.say('wren', 'maximiliane', 'First line\n\nThird line, after a blank one:\n  – indented\n  – and again https://example.org/a/very/long/path/that/does/not/end?q=and-goes-on-and-on-and-on', 10);
      world.say('maximiliane', 'maximiliane', '🐎🎉', 8);
    },
  },
  {
    ...base, name: 'message-actions', viewport: desktop, shows: kettle,
    act: async ({ page }) => {
      await message(page, kettle).focus();
      await page.getByRole('button', { name: 'React' }).locator('visible=true').click();
      await page.getByRole('dialog', { name: 'Choose an emoji' }).waitFor();
    },
  },
  {
    ...base, name: 'answering', viewport: phone, shows: 'Answering Juniper Vale',
    act: async ({ page }) => {
      await message(page, 'I pack the maps').focus();
      await page.keyboard.press('r');
      await page.getByRole('textbox').fill('The big kettle or the small one?');
    },
  },
  {
    ...base, name: 'editing', viewport: desktop, shows: 'Editing your message',
    act: async ({ page }) => {
      await page.getByText(kettle).last().waitFor();
      await page.getByRole('textbox', { name: /^Message/ }).press('ArrowUp');
    },
  },
  {
    ...base, name: 'deleting', viewport: desktop, shows: 'Delete this message?',
    act: async ({ page }) => {
      await message(page, kettle).focus();
      await page.keyboard.press('Delete');
    },
  },
  {
    ...base, name: 'ticks', viewport: phone, shows: 'On its way',
    act: async ({ page, host, world }) => {
      await page.getByText(kettle).last().waitFor();
      const write = async (text: string) => {
        await page.getByRole('textbox', { name: /^Message/ }).fill(text);
        await page.getByRole('button', { name: 'Send' }).click();
      };
      await write('Read already');
      await page.locator('[data-way=sent]').last().waitFor();
      world.read('juniper', 'juniper', host.fake.log.newest(world.with('juniper')));
      await write('It reached you');
      await page.locator('[data-way=sent]').last().waitFor();
      world.read('juniper', 'juniper', host.fake.log.newest(world.with('juniper')), 0, 'delivered');
      await write('It is in the log');
      await page.locator('[data-way=sent]').last().waitFor();
      host.fake.faults.swallow = true;
      await write('On its way');
      await page.locator('[data-way=pending]').last().waitFor();
    },
  },
  {
    ...base, name: 'loading', viewport: desktop, shows: 'Postrider',
    prepare: (world) => {
      livedIn(world);
      world.host.trouble.hangs = /\/messages$/;
    },
    act: async ({ page }) => page.getByRole('status', { name: 'Loading messages' }).waitFor(),
  },
];
