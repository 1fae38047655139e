import type { Page } from 'playwright-core';
import { axe } from '../shoot';
import type { Person } from './person';
import { browserOf, type Step } from './steps';

const room = 'Tack room';

const main = (page: Page) => page.getByRole('textbox', { name: `Message ${room}` });
const inList = (page: Page) => page.getByRole('navigation', { name: 'Conversations' }).getByRole('link', { name: new RegExp(room) });

async function chooses(person: Person, text: string, action: string): Promise<void> {
  const message = person.message(text).first();
  await message.focus();
  await message.getByRole('button', { name: action, exact: true }).click();
}

async function choosesMore(person: Person, text: string, item: string): Promise<void> {
  await chooses(person, text, 'More about this message');
  await person.page.getByRole('button', { name: item, exact: true }).click();
}

async function says(person: Person, text: string): Promise<void> {
  await main(person.page).fill(text);
  await main(person.page).press('Enter');
}

/** What two people do in a room, in order; each step says what the other one sees of it. */
export const roomSteps: readonly Step[] = [
  {
    says: 'one makes a private room and a link, the other comes in by it',
    run: async (wren, moss) => {
      const { page } = wren;
      await page.getByRole('button', { name: 'Rooms' }).click();
      await page.getByRole('button', { name: 'New room' }).click();
      await page.getByLabel('Name', { exact: true }).fill(room);
      await page.getByLabel('Topic').fill('Leather and patience');
      await page.getByText('Private', { exact: true }).click();
      await page.getByRole('button', { name: 'Create room' }).click();
      await page.getByText(`You created the room “${room}”`).first().waitFor();
      await page.getByRole('button', { name: 'Members', exact: true }).click();
      await page.getByRole('button', { name: 'Invite links' }).click();
      await page.getByRole('button', { name: 'Make a link' }).click();
      const link = page.getByRole('region', { name: 'Links that work' }).getByRole('listitem').first().locator('.font-mono');
      const address = (await link.textContent()) ?? '';
      await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
      await page.getByRole('button', { name: 'Close members' }).click();
      await moss.page.goto(`${new URL(moss.origin).protocol}//${address}`);
      await moss.page.getByText('You are invited to').waitFor();
      await moss.page.getByRole('button', { name: 'Join the room' }).click();
      await main(moss.page).waitFor();
      await page.getByText(`${moss.name} joined`).first().waitFor();
      await page.getByRole('button', { name: /^2 members, 2 here$/ }).waitFor();
      await moss.page.getByRole('button', { name: /^2 members, 2 here$/ }).waitFor();
    },
  },
  {
    says: 'who writes is seen to, and then what they wrote',
    run: async (wren, moss) => {
      await main(moss.page).pressSequentially('First through the gate');
      await wren.page.getByText(`${moss.name} is writing`).first().waitFor();
      await main(moss.page).press('Enter');
      await wren.sees('First through the gate');
      await wren.page.getByText(`${moss.name} is writing`).waitFor({ state: 'detached' });
    },
  },
  {
    says: 'an answer in the thread is counted under the message, and read there',
    run: async (wren, moss) => {
      await chooses(wren, 'First through the gate', 'Reply in thread');
      await wren.page.getByRole('textbox', { name: 'Message the thread' }).fill('And the last one out, usually');
      await wren.page.getByRole('textbox', { name: 'Message the thread' }).press('Enter');
      await moss.page.getByRole('button', { name: /^1 reply/ }).click();
      await moss.page.getByRole('region', { name: 'Messages of this thread' }).getByText('And the last one out, usually').waitFor();
      for (const { page } of [wren, moss]) await page.getByRole('button', { name: 'Close thread' }).click();
      await moss.page.getByRole('button', { name: 'In the thread “First through the gate”: open it' }).waitFor();
    },
  },
  {
    says: 'a reaction is seen with the name of who gave it, and taken back',
    run: async (wren, moss) => {
      await chooses(wren, 'First through the gate', 'React');
      await wren.page.getByRole('button', { name: 'Thumbs up' }).click();
      const given = moss.message('First through the gate').getByRole('button', { name: `👍 1 person: ${wren.name}` }).first();
      await given.waitFor();
      await given.click();
      await wren.message('First through the gate').getByRole('button', { name: /^👍 2 people, you too/ }).first().click();
      await moss.message('First through the gate').getByRole('button', { name: '👍 1 person, you too: You' }).first().waitFor();
    },
  },
  {
    says: 'who is elsewhere sees that they are mentioned and how much is unread, and where the new begins',
    run: async (wren, moss) => {
      await moss.page.goto(moss.origin);
      await inList(moss.page).waitFor();
      await main(wren.page).pressSequentially(`@${moss.username.slice(0, 3)}`);
      await wren.page.getByRole('option', { name: new RegExp(moss.name) }).waitFor();
      await main(wren.page).press('Enter');
      await main(wren.page).pressSequentially('where is the saddle soap?');
      await main(wren.page).press('Enter');
      await says(wren, 'I looked everywhere');
      await moss.page.getByRole('link', { name: new RegExp(`${room}.*you are mentioned.*2 unread`) }).waitFor();
      await moss.page.bringToFront();
      await inList(moss.page).click();
      await moss.sees('I looked everywhere');
      await moss.page.getByText('New', { exact: true }).first().waitFor();
      await moss.page.getByRole('link', { name: new RegExp(`${room}.*unread`) }).waitFor({ state: 'detached' });
    },
  },
  {
    says: 'a pinned message is found again by the other',
    run: async (wren, moss) => {
      await choosesMore(wren, 'saddle soap', 'Pin');
      await moss.message('saddle soap').getByText('pinned').waitFor({ state: 'attached' });
      await moss.page.getByRole('button', { name: 'Pinned messages', exact: true }).click();
      await moss.page.getByRole('region', { name: 'Pinned' }).getByText('saddle soap').waitFor();
      await moss.page.getByRole('button', { name: 'Close pinned messages' }).click();
    },
  },
  {
    says: 'an edit and a deletion arrive',
    run: async (wren, moss) => {
      await main(wren.page).press('ArrowUp');
      await wren.page.getByRole('textbox', { name: 'Edit message' }).fill('I looked in every drawer');
      await wren.page.getByRole('textbox', { name: 'Edit message' }).press('Enter');
      await moss.sees('I looked in every drawer');
      await moss.message('I looked in every drawer').getByText('edited').waitFor();
      await says(moss, 'I sold it');
      await wren.sees('I sold it');
      await moss.message('I sold it').focus();
      await moss.page.keyboard.press('Delete');
      await moss.page.getByRole('button', { name: 'Delete for everybody' }).click();
      await wren.message('I sold it').waitFor({ state: 'detached' });
      await wren.sees('This message was deleted');
    },
  },
  {
    says: 'a draft stands on the other device until it is sent',
    run: async (wren, moss) => {
      const phone = await moss.elsewhere(browserOf(moss));
      await main(moss.page).fill('It is behind the');
      await phone.page.getByText('Draft: It is behind the').waitFor();
      await inList(phone.page).click();
      await phone.page.waitForFunction(() => [...document.querySelectorAll('textarea')].some(({ value }) => value === 'It is behind the'));
      await main(phone.page).fill('It is behind the oats');
      await main(phone.page).press('Enter');
      await wren.sees('It is behind the oats');
      await moss.page.waitForFunction(() => [...document.querySelectorAll('textarea')].every(({ value }) => value === ''));
      await phone.watched.context.close();
    },
  },
  {
    says: 'axe finds nothing in the room',
    run: async (wren) => {
      const found = await axe(wren.page);
      if (found.length > 0) throw new Error(found.join('\n'));
    },
  },
  {
    says: 'who leaves has the room no more, and those who stay see it',
    run: async (wren, moss) => {
      await moss.page.getByRole('button', { name: 'More', exact: true }).click();
      await moss.page.getByRole('button', { name: 'Leave the room' }).click();
      await moss.page.getByRole('dialog').getByRole('button', { name: 'Leave', exact: true }).click();
      await inList(moss.page).waitFor({ state: 'detached' });
      await wren.page.getByText(`${moss.name} left`).first().waitFor();
      await wren.page.getByRole('button', { name: /^1 member, 1 here$/ }).waitFor();
      await moss.page.reload();
      await moss.page.getByRole('combobox', { name: 'Find a person' }).waitFor();
      // What was kept on the device is shown until the first sync has told what is so.
      await inList(moss.page).waitFor({ state: 'detached' });
    },
  },
];
