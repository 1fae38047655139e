import type { Browser, Page } from 'playwright-core';
import { Watched } from '../browser';

/** So tall that every message of the test is on the page at once, and so wide that panes stand beside the thread. */
const viewport = { width: 1280, height: 2600 };
const password = 'a long enough password';
/** What the browser itself writes when a socket breaks, nobody is signed in yet, or history has not read of a new room yet. */
const unavoidable = [
  /WebSocket connection to/,
  /status of 401/,
  /status of 50[234]/,
  /status of 404 .*\/api\/conversations\/room%3A[0-9A-Z]+$/,
  /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION/,
];

const ways = ['pending', 'sent', 'delivered', 'read'] as const;

/** Somebody at a browser of their own, doing what a person does. */
export class Person {
  private constructor(readonly name: string, readonly username: string, readonly watched: Watched, readonly origin: string) {}

  static async register(browser: Browser, origin: string, name: string, username: string): Promise<Person> {
    const watched = await Watched.open(browser, { viewport }, unavoidable);
    const person = new Person(name, username, watched, origin);
    watched.page.setDefaultTimeout(20_000);
    await person.page.goto(`${origin}/register`);
    await person.page.getByLabel('Username').fill(username);
    await person.page.getByLabel('Name shown to others').fill(name);
    await person.page.getByLabel('Password', { exact: true }).fill(password);
    await person.page.getByRole('button', { name: 'Create account' }).click();
    await person.page.getByRole('combobox', { name: 'Find a person' }).waitFor();
    return person;
  }

  /** Another browser of the same person. */
  async elsewhere(browser: Browser): Promise<Person> {
    const watched = await Watched.open(browser, { viewport }, unavoidable);
    watched.page.setDefaultTimeout(20_000);
    const other = new Person(this.name, this.username, watched, this.origin);
    await other.signIn();
    return other;
  }

  get page(): Page {
    return this.watched.page;
  }

  async signIn(): Promise<void> {
    await this.page.goto(`${this.origin}/login`);
    await this.page.getByLabel('Username').fill(this.username);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await this.page.getByRole('combobox', { name: 'Find a person' }).waitFor();
  }

  async signOut(): Promise<void> {
    await this.settings();
    await this.page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await this.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  }

  async settings(): Promise<void> {
    await this.page.getByRole('button', { name: /^Profile and settings/ }).click();
    await this.page.getByRole('dialog', { name: 'Profile and settings' }).waitFor();
  }

  /** By keyboard alone: slash, the name, Enter. */
  async find(other: Person): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Find a person' }).focus();
    await this.page.keyboard.type(other.username);
    await this.page.getByRole('option', { name: new RegExp(other.name) }).waitFor();
    await this.page.keyboard.press('Enter');
    await this.composer.waitFor();
  }

  async open(other: Person): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Conversations' }).getByRole('link', { name: new RegExp(other.name) }).click();
    await this.composer.waitFor();
  }

  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
  }

  get composer() {
    return this.page.getByRole('textbox', { name: /^(Message|Edit message)/ });
  }

  message(text: string) {
    return this.page.getByRole('article').filter({ hasText: text });
  }

  async sees(text: string): Promise<void> {
    await this.message(text).first().waitFor();
  }

  /** Waits until each text stands on the page exactly once and one's own are at least sent. */
  async seesOnce(texts: readonly string[]): Promise<void> {
    for (const text of texts) await this.message(text).first().waitFor({ timeout: 60_000 });
    await this.page.locator('[data-way=pending]').first().waitFor({ state: 'detached', timeout: 60_000 });
    for (const text of texts) {
      const count = await this.message(text).count();
      if (count !== 1) throw new Error(`${this.name} sees “${text}” ${count} times`);
    }
  }

  /** Waits until one's own message has come at least so far. */
  async way(text: string, way: (typeof ways)[number]): Promise<void> {
    const enough = ways.slice(ways.indexOf(way)).map((one) => `[data-way=${one}]`);
    await this.message(text).locator(enough.join(', ')).waitFor();
  }
}
