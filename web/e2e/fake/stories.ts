import type { World } from './world';

const day = 24 * 60;

/** A lived-in account: several conversations, the one with Juniper long and rich. */
export function livedIn(world: World): void {
  others(world);
  juniper(world);
  for (const name of ['juniper', 'tansy', 'sorrel']) world.here(name, true);
  world.here('moss', false, 25);
  world.here('alder', false, 26 * 60);
  world.here('bracken', false, 9 * day);
}

function others(world: World): void {
  world.say('bracken', 'bracken', 'The old bridge is closed until spring, take the ford.', 9 * day);
  world.read('wren', 'bracken', world.say('wren', 'bracken', 'Good to know, thank you!', 9 * day - 4), 9 * day - 5);
  world.say('wren', 'alder', 'How did the map turn out?', 2 * day);
  world.read('wren', 'alder', world.say('alder', 'alder', 'Printed and folded. It even survived the rain.', 2 * day - 30), 2 * day - 40);
  world.say('wren', 'sorrel', 'Are you coming on Sunday?', day + 200);
  world.say('sorrel', 'sorrel', 'Yes! I bring the lanterns 🏮', day + 120);
  world.read('wren', 'sorrel', world.say('wren', 'sorrel', 'Perfect.', day + 100), day + 99);
  world.read('sorrel', 'sorrel', 1_000_000, day);
  world.say('tansy', 'tansy', 'Three horses are shod, two to go.', 70);
  world.say('tansy', 'tansy', 'And the grey one lost a buckle again', 65);
  world.say('tansy', 'tansy', 'Could you bring a spare when you come by?', 64);
  world.read('wren', 'moss', world.say('moss', 'moss', 'The archive is open on Tuesdays, I asked.', 31), 30);
  world.say('wren', 'moss', 'Then Tuesday it is. Meet you at the gate at nine?', 29);
}

function juniper(world: World): void {
  const say = (from: string, body: string, ago: number, extra = {}) => world.say(from, 'juniper', body, ago, extra);
  for (let i = 0; i < 160; i++) say(i % 3 === 0 ? 'wren' : 'juniper', chatter[i % chatter.length] ?? '', 4 * day - i * 6);
  say('juniper', 'Morning! I looked at the route again.', day + 310);
  const route = say('juniper', 'If we ride through Larkmoor instead of around it, we save an hour and there is an inn halfway: https://larkmoor.example/inn', day + 309);
  world.react('wren', 'juniper', route, '👍', day + 300);
  say('wren', 'Oh, I like that. Is the pass open already?', day + 290);
  const open = say('juniper', 'Since Monday.', day + 288);
  world.remove('juniper', 'juniper', say('juniper', 'wrong window, sorry', day + 287), day + 286);
  const stay = say('wren', 'Then let us stay there overnight. I will write to them.', 96, { replyTo: open });
  world.react('juniper', 'juniper', stay, '🎉', 95);
  world.react('wren', 'juniper', stay, '🎉', 95);
  world.react('juniper', 'juniper', stay, '🐎', 95);
  const rooms = say('wren', 'Two rooms, stable for two. They answered within minutes', 40);
  world.edit('wren', 'juniper', rooms, 'Two rooms, stable for three. They answered within minutes.', 39);
  say('juniper', 'Wonderful. I pack the maps, you take the kettle?', 12);
  const kettle = say('wren', 'Kettle, rope, spare buckle. See you at the crossroads at seven.', 9);
  world.read('juniper', 'juniper', kettle, 8);
  world.read('wren', 'juniper', kettle, 8);
}

const chatter = [
  'Did the parcel from the coast arrive?', 'This morning, and dry as a bone.', 'Good. The road was awful after Thornbridge.',
  'I can imagine. Did you change horses?', 'Twice. The second one knew the way better than I did.', 'They always do.',
  'There is a letter for you at the station as well.', 'From whom?', 'No name on it, only a drawing of a heron.', 'Then I know from whom 🙂',
  'Shall I bring it along?', 'Yes please. No hurry.', 'I will be there before the rain.', 'The rain is already here.',
];
