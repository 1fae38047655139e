import { livedIn } from '../fake/stories';
import { desktop, phone, wide, type Scene } from './scene';

/** The list of conversations, and finding people. */
export const list: readonly Scene[] = [
  { name: 'list-phone', viewport: phone, as: 'wren', prepare: livedIn, path: () => '/', shows: 'Could you bring a spare' },
  { name: 'list-phone-dark', viewport: phone, dark: true, as: 'wren', prepare: livedIn, path: () => '/', shows: 'Could you bring a spare' },
  { name: 'nothing-open', viewport: desktop, as: 'wren', prepare: livedIn, path: () => '/', shows: 'Where to?' },
  { name: 'empty', viewport: desktop, as: 'wren', path: () => '/', shows: 'No conversations yet' },
  { name: 'empty-phone', viewport: phone, as: 'wren', path: () => '/', shows: 'No conversations yet' },
  {
    name: 'find-a-person', viewport: desktop, as: 'wren', prepare: livedIn, path: () => '/', shows: '@sorrel',
    act: async ({ page }) => {
      await page.getByText('Could you bring').waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('so');
      await page.getByRole('option', { name: /Sorrel/ }).waitFor();
    },
  },
  {
    name: 'find-nobody', viewport: phone, as: 'wren', prepare: livedIn, path: () => '/', shows: 'Nobody goes by',
    act: async ({ page }) => page.getByRole('combobox', { name: 'Find a person' }).fill('zebulon'),
  },
  {
    name: 'list-loading', viewport: phone, as: 'wren', path: () => '/', shows: 'Postrider',
    prepare: ({ host }) => void (host.trouble.hangs = /^\/api\/sync/),
    act: async ({ page }) => page.getByRole('status', { name: 'Loading your conversations' }).waitFor(),
  },
  {
    name: 'long-names-phone', viewport: phone, as: 'wren', path: () => '/', shows: /Maximiliane/,
    prepare: (world) => {
      livedIn(world);
      world.here('maximiliane', true);
      world.say('maximiliane', 'maximiliane', `Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle${'o'.repeat(80)}`, 2);
      for (let i = 0; i < 1003; i++) world.say('maximiliane', 'maximiliane', `Line ${i}`, 1);
    },
  },
  { name: 'wide', viewport: wide, as: 'wren', prepare: livedIn, path: (world) => `/c/${world.with('juniper')}`, shows: 'Kettle, rope, spare buckle.' },
];
