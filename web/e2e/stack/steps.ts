import { exec } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { axe } from '../shoot';
import type { Person } from './person';

export interface Step {
  readonly says: string;
  readonly run: (wren: Person, moss: Person) => Promise<void>;
}

const kill = process.env['POSTRIDER_KILL_CMD'];
const storm = (name: string) => Array.from({ length: 10 }, (_, i) => `${name} in the storm, ${i + 1} of ten`);

/** What two people do with each other, in order. */
export const steps: readonly Step[] = [
  {
    says: 'one finds the other and writes the first line, the other is told',
    run: async (wren, moss) => {
      await wren.find(moss);
      await wren.say('Good morning over there!');
      await wren.way('Good morning', 'sent');
      await moss.page.getByRole('link', { name: /Good morning over there!.*1 unread/ }).waitFor();
    },
  },
  {
    says: 'reading and answering shows on the other side',
    run: async (wren, moss) => {
      await moss.page.bringToFront();
      await moss.open(wren);
      await moss.sees('Good morning over there!');
      await wren.way('Good morning', 'read');
      await moss.composer.pressSequentially('Good morning to you');
      await wren.page.getByText(`${moss.name} is writing`).waitFor();
      await moss.composer.press('Enter');
      await wren.sees('Good morning to you');
    },
  },
  {
    says: 'an edit, a reaction, an answer and a deletion arrive',
    run: async (wren, moss) => {
      await wren.say('Meet you at eihgt');
      await wren.way('eihgt', 'sent');
      await wren.composer.press('ArrowUp');
      await wren.composer.fill('Meet you at eight');
      await wren.composer.press('Enter');
      await moss.sees('Meet you at eight');
      await moss.message('Meet you at eight').getByText('edited').waitFor();
      await reactAndAnswer(wren, moss);
      await wren.say('Not this one');
      await moss.sees('Not this one');
      await wren.message('Not this one').focus();
      await wren.page.keyboard.press('Delete');
      await wren.page.getByRole('button', { name: 'Delete for everybody' }).click();
      await moss.message('Not this one').waitFor({ state: 'detached' });
      await moss.sees('This message was deleted');
    },
  },
  {
    says: `every message once${kill ? ' while a chat node is killed' : ''}`,
    run: async (wren, moss) => {
      const [ours, theirs] = [storm('Wren'), storm('Moss')];
      for (let i = 0; i < ours.length; i++) {
        await wren.say(ours[i] ?? '');
        if (i === 3 && kill) await promisify(exec)(kill);
        await moss.say(theirs[i] ?? '');
      }
      await wren.seesOnce([...ours, ...theirs]);
      await moss.seesOnce([...ours, ...theirs]);
    },
  },
  {
    says: 'what was written without network goes out after a reload, once',
    run: async (wren, moss) => {
      const texts = ['From the tunnel, one', 'From the tunnel, two'];
      const here = wren.page.url();
      await wren.watched.context.setOffline(true);
      for (const text of texts) await wren.say(text);
      await wren.way('From the tunnel, two', 'pending');
      await wren.page.waitForTimeout(500);
      await wren.page.goto('about:blank');
      await wren.watched.context.setOffline(false);
      await wren.page.goto(here);
      await wren.seesOnce(texts);
      await moss.seesOnce(texts);
    },
  },
  {
    says: 'after a reload both see the same, every message once',
    run: async (wren, moss) => {
      const texts = [...storm('Wren'), ...storm('Moss'), 'From the tunnel, one', 'From the tunnel, two', 'Good morning over there!'];
      for (const person of [wren, moss]) {
        await person.page.reload();
        await person.seesOnce(texts);
      }
      const order = (person: Person) => person.page.getByRole('article').evaluateAll((all) => all.map((one) => one.querySelector('.whitespace-pre-wrap')?.textContent ?? ''));
      const [one, other] = [await order(wren), await order(moss)];
      if (JSON.stringify(one) !== JSON.stringify(other)) throw new Error(`they see different orders:\n${one.join(' | ')}\n${other.join(' | ')}`);
    },
  },
  {
    says: 'axe finds nothing on the real page',
    run: async (wren) => {
      const found = await axe(wren.page);
      if (found.length > 0) throw new Error(found.join('\n'));
    },
  },
  {
    says: 'name and status reach the other, a draft one\'s other device, which is then signed out from here',
    run: async (wren, moss) => {
      const phone = await wren.elsewhere(browserOf(wren));
      await wren.composer.fill('half a thought');
      await phone.page.getByText('half a thought').waitFor();
      await changeProfile(wren, moss);
      await wren.page.getByRole('dialog').getByRole('button', { name: /^Sign out ./ }).first().click();
      await phone.page.getByText('Your session on this device has ended.').waitFor();
      await phone.watched.context.close();
      await wren.page.keyboard.press('Escape');
      await wren.say('a whole thought');
      await moss.seesOnce(['a whole thought']);
    },
  },
  {
    says: 'signing out and in again brings everything back',
    run: async (wren, moss) => {
      await wren.signOut();
      await wren.signIn();
      await wren.open(moss);
      await wren.seesOnce(['From the tunnel, two']);
    },
  },
];

export function browserOf(person: Person): Browser {
  const browser = person.watched.context.browser();
  if (!browser) throw new Error('the browser is gone');
  return browser;
}

async function changeProfile(wren: Person, moss: Person): Promise<void> {
  await wren.settings();
  await wren.page.getByLabel('Status', { exact: true }).fill('On the road');
  await wren.page.getByRole('button', { name: 'Save profile' }).click();
  await moss.page.getByText('On the road').first().waitFor();
}

async function reactAndAnswer(wren: Person, moss: Person): Promise<void> {
  await moss.message('Meet you at eight').hover();
  await moss.message('Meet you at eight').getByRole('button', { name: 'React' }).click();
  await moss.page.getByRole('button', { name: 'Thumbs up' }).click();
  await wren.message('Meet you at eight').getByRole('button', { name: /👍 1 person/ }).waitFor();
  await moss.message('Meet you at eight').focus();
  await moss.page.keyboard.press('r');
  await moss.say('Eight it is');
  await wren.message('Eight it is').getByText(wren.name).waitFor();
}
