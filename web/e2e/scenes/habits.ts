import { directConversation } from '@postrider/client';
import type { Locator, Page } from 'playwright-core';
import { livedIn } from '../fake/stories';
import type { World } from '../fake/world';
import { desktop, phone, type Scene } from './scene';

let big = '';
const kettle = 'Kettle, rope, spare buckle.';
const base = { as: 'wren', prepare: livedIn, path: (world: World) => `/c/${world.with('juniper')}`, unpictured: true } as const;
const place = async (locator: Locator) => (await locator.boundingBox())?.y ?? Number.NaN;

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

async function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName ?? '');
}

/** How the page behaves under the hand: what no picture shows. */
export const habits: readonly Scene[] = [
  {
    ...base, name: 'older-pages-keep-the-place', viewport: desktop, shows: 'Juniper Vale',
    act: async ({ page, host }) => {
      await page.getByText(kettle).last().waitFor();
      let open = () => {};
      host.trouble.slow = { path: /before=/, until: new Promise<void>((resolve) => (open = resolve)) };
      await page.mouse.move(900, 400);
      for (let i = 0; i < 30; i++) {
        await page.mouse.wheel(0, -600);
        await page.waitForTimeout(30);
      }
      await page.getByText('Older messages are coming').waitFor();
      const first = page.getByRole('article').first();
      const key = await first.getAttribute('data-row');
      const held = page.locator(`[data-row="${key}"]`);
      const before = await place(held);
      open();
      await page.waitForFunction((shown) => document.querySelector('article')?.dataset.row !== shown, key);
      await page.waitForTimeout(500);
      // Less than a line: rows above the window are estimated until they come near it.
      const moved = Math.abs((await place(held)) - before);
      must(moved < 24, `the thread jumped by ${moved} px when an older page came`);
    },
  },
  {
    ...base, name: 'all-by-keyboard', viewport: desktop, path: () => '/', shows: 'Is the ford passable?',
    act: async ({ page }) => {
      await page.getByText('Could you bring').waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('alder');
      await page.getByRole('option', { name: /Alder/ }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('textbox', { name: 'Message Alder Quill' }).waitFor();
      must((await focused(page)) === 'Message Alder Quill', 'opening a conversation does not lead to the composer');
      await page.keyboard.type('Is the ford passable?');
      await page.keyboard.press('Enter');
      await page.getByRole('article').filter({ hasText: 'Is the ford' }).waitFor();
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Shift+Tab');
      for (let i = 0; i < 8 && !(await focused(page)).startsWith('You,'); i++) await page.keyboard.press('Shift+Tab');
      must((await focused(page)).startsWith('You,'), 'Tab does not reach the newest message');
      await page.keyboard.press('ArrowUp');
      await page.waitForTimeout(200);
      must((await focused(page)).startsWith('Alder Quill,'), 'the arrow does not go to the message before');
      await page.keyboard.press('r');
      await page.getByText('Answering Alder Quill').waitFor();
      await page.keyboard.press('Escape');
      await page.getByText('Answering Alder Quill').waitFor({ state: 'detached' });
    },
  },
  {
    ...base, name: 'theme-stays', viewport: desktop, shows: kettle,
    act: async ({ page }) => {
      const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
      await page.getByRole('button', { name: /^Profile and settings/ }).click();
      await page.getByText('Dark', { exact: true }).click();
      must((await theme()) === 'dark', 'choosing dark does not make it dark');
      await page.reload();
      must((await theme()) === 'dark', 'dark does not survive a reload');
    },
  },
  {
    ...base, name: 'back-and-forth', viewport: phone, path: () => '/', shows: 'Postrider',
    act: async ({ page, world }) => {
      await page.evaluate(() => document.documentElement.setAttribute('data-same', 'yes'));
      await page.getByRole('link', { name: /Juniper/ }).tap();
      await page.getByText(kettle).last().waitFor();
      must(new URL(page.url()).pathname === `/c/${world.with('juniper')}`, 'the address does not name the conversation');
      await page.goBack();
      await page.getByRole('combobox', { name: 'Find a person' }).waitFor();
      await page.goForward();
      await page.getByText(kettle).last().waitFor();
      await page.getByRole('button', { name: 'Back to conversations' }).tap();
      must((await page.locator('html').getAttribute('data-same')) === 'yes', 'going between conversations loads the page anew');
    },
  },
  {
    ...base, name: 'quote-leads-back', viewport: desktop, shows: 'Did the parcel from the coast arrive?',
    prepare: (world) => {
      livedIn(world);
      const first = world.host.fake.log.of(world.with('juniper'))[0]?.position ?? 0;
      world.say('juniper', 'juniper', 'Remember this?', 1, { replyTo: first });
    },
    act: async ({ page }) => {
      await page.getByRole('article').filter({ hasText: 'Remember this?' }).getByRole('button', { name: /Did the parcel/ }).click();
      await page.getByText('This is where your conversation began.').waitFor();
      await page.getByRole('button', { name: /Newest|new message/ }).click();
      await page.getByText('Remember this?').last().waitFor();
      await page.getByRole('article').filter({ hasText: 'Remember this?' }).getByRole('button', { name: /Did the parcel/ }).click();
      await page.getByText('This is where your conversation began.').waitFor();
    },
  },
  {
    ...base, name: 'ten-thousand-messages', viewport: desktop, shows: 'Message 9999',
    prepare: (world) => {
      const room = world.room('Dispatches', ['wren', 'juniper', 'moss'], 9_000);
      for (let i = 0; i < 10_000; i++) world.sayIn(room, i % 3 === 0 ? 'moss' : 'juniper', `Message ${i}`, 8_000 - i * 0.7);
      big = room;
    },
    path: () => `/c/${big}`,
    act: async ({ page }) => {
      await page.getByText('Message 9999').last().waitFor();
      await page.mouse.move(900, 400);
      const counts: number[] = [];
      for (let i = 0; i < 60; i++) {
        await page.mouse.wheel(0, -1_500);
        await page.waitForTimeout(25);
        counts.push(await page.getByRole('article').count());
      }
      must(Math.max(...counts) < 120, `${Math.max(...counts)} messages stood in the page at once: the list is not virtual`);
      must((await page.getByRole('article').filter({ hasText: 'Message 9999' }).count()) === 0, 'wheeling back does not leave the newest message');
      await page.getByRole('button', { name: /Newest|new message/ }).click();
    },
  },
  {
    ...base, name: 'a-thousand-conversations', viewport: desktop, path: () => '/', shows: 'Rider 0999',
    prepare: (world) => {
      const { fake } = world.host;
      const me = world.person('wren').id;
      for (let i = 0; i < 1_000; i++) {
        const { id } = Object.assign(fake.user(`rider${i}`), { displayName: `Rider ${String(i).padStart(4, '0')}` });
        const message = { type: 'message', conversation: directConversation(me, id), from: id, id: `019a9f00-0000-7000-9000-${String(i).padStart(12, '0')}`, body: `Letter ${i}` } as const;
        fake.log.append(message);
      }
    },
    act: async ({ page }) => {
      const rows = page.getByRole('navigation', { name: 'Conversations' }).getByRole('listitem');
      await page.getByText('Rider 0999').first().waitFor();
      must((await rows.count()) === 1_000, `the list holds ${await rows.count()} of a thousand conversations`);
      await page.mouse.move(150, 400);
      for (let i = 0; i < 20; i++) await page.mouse.wheel(0, 4_000);
      await page.getByText('Rider 0000').first().waitFor();
      await page.keyboard.press('Home');
      await page.mouse.wheel(0, -100_000);
    },
  },
];
