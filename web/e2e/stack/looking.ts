import type { Page } from 'playwright-core';

/** What stood on a page at any moment since somebody began to look. */
export interface Seen {
  /** Words of errors and dialogs. */
  readonly alarms: readonly string[];
  /** Words told beside the messages, the banner's among them. */
  readonly told: readonly string[];
  /** How often a message that was there was gone, or the box to write in. */
  readonly gone: number;
}

declare global {
  interface Window { seenByTest?: Seen }
}

/** As text: what a compiler adds to a function is not there in the page. */
const watching = `{
  const seen = { alarms: [], told: [], gone: 0 };
  const texts = (selector) => [...document.querySelectorAll(selector)].map((one) => one.textContent.trim());
  const keep = (kept, found) => kept.push(...found.filter((text) => text !== '' && !kept.includes(text)));
  let [messages, boxes] = [0, 0];
  const look = () => {
    keep(seen.alarms, texts('[role=alert], [role=dialog], dialog[open]'));
    keep(seen.told, texts('[role=status]'));
    const [now, nowBoxes] = [document.querySelectorAll('article').length, document.querySelectorAll('textarea').length];
    if (now < messages || nowBoxes < boxes) seen.gone++;
    [messages, boxes] = [now, nowBoxes];
  };
  window.seenByTest = seen;
  look();
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
}`;

/** From now on every change of the page is looked at. */
export async function look(page: Page): Promise<void> {
  await page.evaluate(watching);
}

/** What was seen; a page that was loaded anew meanwhile has forgotten, and that is an error, too. */
export async function seen(page: Page): Promise<Seen> {
  const found = await page.evaluate(() => window.seenByTest);
  if (!found) throw new Error('the page was loaded anew');
  return found;
}
