import { desktop, phone, type Scene } from './scene';

/** Before one is signed in. */
export const door: readonly Scene[] = [
  { name: 'login', viewport: desktop, path: () => '/login', shows: 'Good to see you again.' },
  { name: 'login-phone', viewport: phone, path: () => '/login', shows: 'Good to see you again.' },
  { name: 'register-dark', viewport: desktop, dark: true, path: () => '/register', shows: 'A name, a password, and off you ride.' },
  { name: 'register-phone', viewport: phone, path: () => '/register', shows: 'A name, a password, and off you ride.' },
  {
    name: 'login-refused', viewport: desktop, path: () => '/login', shows: 'That username and password do not fit together.',
    provokes: [/401/],
    act: async ({ page }) => {
      await page.getByLabel('Username').fill('nobody-here');
      await page.getByLabel('Password', { exact: true }).fill('a wrong password');
      await page.getByRole('button', { name: 'Sign in' }).click();
    },
  },
  {
    name: 'register-taken', viewport: phone, path: () => '/register', shows: 'This username is taken.',
    provokes: [/409/],
    act: async ({ page }) => {
      await page.getByLabel('Username').fill('juniper');
      await page.getByLabel('Password', { exact: true }).fill('twelve letters and more');
      await page.getByRole('button', { name: 'Create account' }).click();
    },
  },
  { name: 'reset', viewport: desktop, path: () => '/reset', shows: 'Ask an administrator of this installation' },
  {
    name: 'reset-refused-phone-dark', viewport: phone, dark: true, path: () => '/reset', shows: 'That username and code do not fit together',
    provokes: [/401/],
    act: async ({ page }) => {
      await page.getByLabel('Username').fill('wren');
      await page.getByLabel('One-time code').fill('0000-0000-0000');
      await page.getByLabel('New password', { exact: true }).fill('twelve letters and more');
      await page.getByRole('button', { name: 'Set password and sign in' }).click();
    },
  },
  {
    name: 'register-closed-phone', viewport: phone, path: () => '/register', shows: 'New accounts need an invitation here',
    prepare: ({ host }) => void (host.extra.closed = true),
    provokes: [/403/],
    act: async ({ page }) => {
      await page.getByLabel('Username').fill('clover');
      await page.getByLabel('Password', { exact: true }).fill('twelve letters and more');
      await page.getByRole('button', { name: 'Create account' }).click();
    },
  },
  { name: 'register-invited', viewport: desktop, path: () => '/register?invite=welcome-7h2k', shows: 'From an administrator.' },
  {
    name: 'session-ended', viewport: desktop, as: 'wren', path: (world) => `/c/${world.with('juniper')}`,
    shows: 'Your session on this device has ended.',
    provokes: [/401/],
    act: async ({ page, host }) => {
      await page.getByLabel('Conversations and people').waitFor();
      await page.getByRole('textbox', { name: /^Message/ }).waitFor();
      host.signedIn('picture', undefined);
      host.cut(4001);
    },
  },
  {
    name: 'unreachable', viewport: phone, as: 'wren', path: () => '/', shows: 'The post house does not answer',
    prepare: ({ host }) => void (host.trouble.fails = /^\/api\//),
    provokes: [/503/],
  },
  { name: 'not-found', viewport: desktop, path: () => '/nowhere/at/all', shows: 'No such address', provokes: [/404/] },
];
