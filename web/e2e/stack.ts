import { launch } from './browser';
import { Person } from './stack/person';
import { roomSteps } from './stack/room-steps';
import { steps } from './stack/steps';

const walks = { direct: steps, rooms: roomSteps };

/**
 * Two browsers on the running suite named by POSTRIDER_URL take the walk named by POSTRIDER_WALK; POSTRIDER_KILL_CMD, if
 * given, runs between messages. What both show after each step is kept in the folder POSTRIDER_SHOTS, where there is one.
 */
async function main(): Promise<void> {
  const origin = process.env['POSTRIDER_URL'];
  if (!origin) throw new Error('POSTRIDER_URL is not set: start the suite (./dev up) and give its address, such as http://localhost:8080');
  const walk = walks[process.env['POSTRIDER_WALK'] as keyof typeof walks] ?? steps;
  const shots = process.env['POSTRIDER_SHOTS'];
  const browser = await launch();
  const tag = Date.now().toString(36);
  let [passed, failed] = [0, 0];
  try {
    const wren = await Person.register(browser, origin, 'Wren Halloway', `wren-${tag}`);
    const moss = await Person.register(browser, origin, 'Moss Okonjo', `moss-${tag}`);
    for (const step of walk) {
      const started = Date.now();
      try {
        await step.run(wren, moss);
      } finally {
        if (shots) for (const { page, name } of [wren, moss]) await page.screenshot({ path: `${shots}/${passed + 1}-${name.split(' ')[0]}.png` });
      }
      passed++;
      console.log(`ok    ${step.says} (${Date.now() - started} ms)`);
    }
    const complaints = [...wren.watched.complaints, ...moss.watched.complaints];
    if (complaints.length > 0) throw new Error(`the browsers complained:\n${complaints.join('\n')}`);
  } catch (error) {
    failed = 1;
    console.error(error);
  } finally {
    await browser.close();
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

await main();
