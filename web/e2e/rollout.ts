import { launch } from './browser';
import { look, seen } from './stack/looking';
import { Person } from './stack/person';

/** The banner's own words, with the seconds of its countdown. */
const banner = /^(The server is changing horses\.|The connection is lost\.|Catching up on what you missed|Older messages are still coming)/;
const everyMillis = 400;
const saysMax = 60;
const backMillis = 90_000;

interface Node { readonly pid: number; readonly ready: string }

/** Chat nodes as `pid=address of readiness`, with spaces between them. */
function nodes(): readonly Node[] {
  const named = process.env['POSTRIDER_NODES']?.split(' ') ?? [];
  return named.map((one) => {
    const [pid = '', ready = ''] = one.split('=');
    return { pid: Number(pid), ready };
  });
}

async function isReady(node: Node): Promise<boolean> {
  return fetch(node.ready).then((answer) => answer.ok, () => false);
}

/** Two people write while one chat node after the other is told to stop; somebody else starts it again. */
async function restartAll(wren: Person, moss: Person): Promise<readonly string[]> {
  const said: string[] = [];
  for (const node of nodes()) {
    process.kill(node.pid, 'SIGTERM');
    const until = Date.now() + backMillis;
    for (let left = false, back = false; !back; ) {
      if (Date.now() > until) throw new Error(`${node.ready} does not come back`);
      if (said.length < saysMax) {
        const text = `On the way, ${said.length + 1}.`;
        await (said.length % 2 === 0 ? wren : moss).say(text);
        said.push(text);
      }
      await wren.page.waitForTimeout(everyMillis);
      const ready = await isReady(node);
      left ||= !ready;
      back = left && ready;
    }
  }
  return said;
}

/** Nothing is loading and nothing is told. */
async function calm(person: Person): Promise<void> {
  await person.page.waitForFunction(() => [...document.querySelectorAll('[role=status]')].every((one) => one.textContent === ''));
}

/** A page shows at most its banner, and in the end nothing but the messages. */
async function judge(person: Person): Promise<string> {
  await calm(person);
  const { alarms, told, gone } = await seen(person.page);
  const strange = [...alarms, ...told.filter((text) => !banner.test(text)), ...person.watched.complaints];
  if (strange.length > 0 || gone > 0) throw new Error(`${person.name} saw ${strange.join(' | ')}; ${gone} times something was gone`);
  return `${person.name} saw ${told.length === 0 ? 'nothing' : `the banner: ${told.join(' | ')}`}`;
}

async function main(): Promise<void> {
  const origin = process.env['POSTRIDER_URL'];
  if (!origin || nodes().length === 0) throw new Error('POSTRIDER_URL and POSTRIDER_NODES are not set');
  const browser = await launch();
  const tag = Date.now().toString(36);
  try {
    const wren = await Person.register(browser, origin, 'Wren Halloway', `wren-${tag}`);
    const moss = await Person.register(browser, origin, 'Moss Okonjo', `moss-${tag}`);
    await wren.find(moss);
    await wren.say('Before the rollout.');
    await wren.way('Before the rollout.', 'sent');
    await moss.open(wren);
    await moss.sees('Before the rollout.');
    for (const person of [wren, moss]) {
      await calm(person);
      await look(person.page);
    }
    const said = await restartAll(wren, moss);
    for (const person of [wren, moss]) {
      await person.seesOnce(said);
      console.log(await judge(person));
    }
    console.log(`${said.length} messages, every one once`);
  } finally {
    await browser.close();
  }
}

await main();
