import type { Page } from 'playwright-core';
import { livedIn } from '../fake/stories';
import type { World } from '../fake/world';
import { desktop, phone, type Scene } from './scene';

const base = { as: 'wren', prepare: livedIn, path: (world: World) => `/c/${world.with('juniper')}` } as const;
const ready = (page: Page) => page.getByText('Kettle, rope, spare buckle.').last().waitFor();
const write = async (page: Page, text: string) => {
  await page.getByRole('textbox', { name: /^Message/ }).fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
};

/** When something is broken. */
export const trouble: readonly Scene[] = [
  {
    ...base, name: 'reconnecting', viewport: desktop, shows: 'The connection is lost.',
    provokes: [/WebSocket connection/],
    act: async ({ page, host }) => {
      await ready(page);
      host.trouble.noSockets = true;
      host.cut();
      await write(page, 'This one waits until the road is clear again.');
    },
  },
  {
    ...base, name: 'offline-phone', viewport: phone, shows: 'You are offline.',
    provokes: [/ERR_INTERNET_DISCONNECTED|WebSocket connection/],
    act: async ({ page, watched, host }) => {
      await ready(page);
      await watched.context.setOffline(true);
      host.cut();
      await write(page, 'Written on the moor, sent from the inn.');
    },
  },
  {
    ...base, name: 'older-still-coming', viewport: desktop, shows: 'Older messages are still coming.',
    provokes: [/WebSocket connection/],
    act: async ({ page, host, world }) => {
      await ready(page);
      host.fake.history.readTo = host.fake.log.end;
      world.say('juniper', 'juniper', 'Did you get this?');
      host.cut();
    },
  },
  {
    ...base, name: 'not-sent', viewport: phone, shows: 'Not sent',
    act: async ({ page, host }) => {
      await ready(page);
      host.fake.faults.refuse = { code: 'blocked' };
      await write(page, 'This one is refused');
    },
  },
  {
    ...base, name: 'thread-failed', viewport: desktop, shows: 'The messages could not be loaded',
    prepare: (world) => {
      livedIn(world);
      world.host.trouble.fails = /\/messages$/;
    },
    provokes: [/503/],
  },
  {
    ...base, name: 'missing', viewport: desktop, path: () => '/c/room:01JD3Z0000000000000000000X', shows: 'This conversation is not here',
    provokes: [/404/],
  },
];
