import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { launch, Watched } from './browser';
import { FakeHost } from './fake/host';
import { moment, World } from './fake/world';
import { administration } from './scenes/administration';
import { door } from './scenes/door';
import { habits } from './scenes/habits';
import { list } from './scenes/list';
import { roomScenes } from './scenes/rooms';
import { phone, type Scene } from './scenes/scene';
import { settings } from './scenes/settings';
import { talk } from './scenes/talk';
import { thread } from './scenes/thread';
import { trouble } from './scenes/trouble';
import { axe, shoot } from './shoot';

const out = fileURLToPath(new URL('../out', import.meta.url));
const pictures = process.env['POSTRIDER_PICTURES'] ?? fileURLToPath(new URL('../../docs/pictures', import.meta.url));

const patienceMillis = 10_000;

/** Plays one scene on a world of its own; answers what is wrong with it. */
async function play(browser: Browser, scene: Scene): Promise<string[]> {
  const host = new FakeHost(out);
  const world = new World(host);
  scene.prepare?.(world);
  host.signedIn('picture', scene.as ? world.person(scene.as) : undefined);
  const origin = await host.listen();
  const watched = await Watched.open(browser, { viewport: scene.viewport, colorScheme: scene.dark ? 'dark' : 'light', ...(scene.viewport === phone && { isMobile: true, hasTouch: true }) }, [...(scene.provokes ?? []), ...(scene.as ? [] : [/401/])]);
  const { page, context } = watched;
  page.setDefaultTimeout(patienceMillis);
  try {
    await context.addCookies([{ name: 'browser', value: 'picture', url: origin }]);
    await page.clock.setFixedTime(moment);
    await page.goto(origin + scene.path(world));
    await scene.act?.({ page, host, world, watched });
    await page.getByText(scene.shows).locator('visible=true').first().waitFor();
    await page.waitForLoadState('load');
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(400);
    if (!scene.unpictured) await shoot(page, pictures, scene.name);
    return [...(await axe(page)), ...watched.complaints];
  } catch (error) {
    await shoot(page, pictures, `failed-${scene.name}`).catch(() => undefined);
    return [String(error), ...watched.complaints];
  } finally {
    await context.close();
    await host.close();
  }
}

/** All scenes, or those whose names contain one of the given words. */
async function main(words: readonly string[]): Promise<void> {
  await mkdir(pictures, { recursive: true });
  for (const file of await readdir(pictures)) if (file.startsWith('failed-')) await rm(join(pictures, file));
  const scenes = [...door, ...list, ...thread, ...trouble, ...settings, ...roomScenes, ...talk, ...administration, ...habits].filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  const browser = await launch();
  let failed = 0;
  for (const scene of scenes) {
    const wrong = await play(browser, scene);
    if (wrong.length > 0) failed++;
    console.log(`${wrong.length === 0 ? 'ok   ' : 'WRONG'} ${scene.name}${wrong.map((line) => `\n  ${line}`).join('')}`);
  }
  await browser.close();
  console.log(`${scenes.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

await main(process.argv.slice(2));
