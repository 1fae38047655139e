import AxeBuilder from '@axe-core/playwright';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';

const bytesMax = 200_000;

/** Takes a picture as small as a palette makes it, and fails when it is heavier than 200 KB. */
export async function shoot(page: Page, directory: string, name: string): Promise<void> {
  const raw = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  const file = join(directory, `${name}.png`);
  await writeFile(file, await sharp(raw).png({ palette: true, quality: 90, effort: 8, compressionLevel: 9 }).toBuffer());
  const { size } = await stat(file);
  if (size > bytesMax) throw new Error(`${name}.png has ${size} bytes, more than ${bytesMax}`);
}

/** What axe finds on the page as it stands; empty is what we want. */
export async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n    ${node.target.join(' ')}\n    ${node.failureSummary?.replace(/\s+/g, ' ') ?? ''}`));
}
