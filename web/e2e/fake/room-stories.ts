import type { Position } from '@postrider/client';
import { livedIn } from './stories';
import type { World } from './world';

const day = 24 * 60;

/** The rooms of a lived-in account, by name. */
export interface Rooms {
  readonly stables: string;
  readonly route: string;
  readonly notices: string;
  /** The root of a thread in the stables. */
  readonly root: Position;
  /** A message of Wren's there, edited and read by some. */
  readonly edited: Position;
}

const everybody = ['tansy', 'wren', 'juniper', 'moss', 'alder', 'sorrel', 'rowan', 'hazel', 'linden'];

/** A lived-in account with rooms: a busy one, a private one, one in which only admins write. */
export function withRooms(world: World, role: 'member' | 'admin' | 'owner' | 'reader' = 'member'): Rooms {
  livedIn(world);
  for (const name of ['rowan', 'hazel']) world.here(name, true);
  const notices = world.room('Notices', ['alder', 'wren', 'juniper', 'moss'], 20 * day, { topic: 'What everybody should know', settings: { history: 'all', posting: 'admins', invite: 'admins', everyone: 'admins', slowModeSeconds: 0 } });
  world.readIn(notices, 'wren', world.sayIn(notices, 'alder', 'The toll at Larkmoor bridge rises to two pence from Monday.', 3 * day), 3 * day - 10);
  world.room('Farriers and smiths', ['sorrel', 'bracken', 'linden'], 30 * day, { topic: 'Shoes, nails and where to find somebody who knows' });
  world.room('Map room', ['alder', 'juniper', 'hazel', 'rowan'], 30 * day, { topic: 'Every road that is not on a map yet' });
  const route = world.room('Northern route', ['wren', 'juniper', 'alder'], 6 * day, { visibility: 'private', topic: 'Planning the spring ride' });
  world.sayIn(route, 'juniper', 'Who of us brings the big map?', 130);
  world.readIn(route, 'wren', world.sayIn(route, 'wren', 'I do. The folded one.', 128), 127);
  const stables = world.room('Stables', role === 'owner' ? ['wren', ...everybody.filter((name) => name !== 'wren')] : everybody, 12 * day, { topic: 'Hay, hooves and who rides when' });
  const as = (name: string) => world.person(name).id;
  if (role === 'admin' || role === 'reader') world.happened({ type: 'role', conversation: stables, from: as('tansy'), user: as('wren'), role } as never, 11 * day);
  world.happened({ type: 'role', conversation: stables, from: as(role === 'owner' ? 'wren' : 'tansy'), user: as('moss'), role: 'admin' } as never, 11 * day);
  world.happened({ type: 'role', conversation: stables, from: as(role === 'owner' ? 'wren' : 'tansy'), user: as('linden'), role: 'reader' } as never, 11 * day);
  return { stables, route, notices, ...talk(world, stables) };
}

function talk(world: World, stables: string): Pick<Rooms, 'root' | 'edited'> {
  const say = (from: string, body: string, ago: number, extra = {}) => world.sayIn(stables, from, body, ago, extra);
  say('moss', 'The hay wagon came an hour early. It stands in the yard.', 200);
  const root = say('tansy', 'Who takes the grey one to the smith on Thursday? She lost a shoe at the ford again.', 190);
  say('rowan', 'I could, if it is before noon.', 180, { thread: root });
  say('tansy', 'Before noon is perfect, he opens at eight.', 176, { thread: root });
  say('wren', '@rowan take the long rope along, she does not like the bridge.', 170, { thread: root, mentions: ['rowan'] });
  const edited = say('wren', 'I bring two bags of oats tomorrow.', 96);
  world.happened({ type: 'edited', conversation: stables, from: world.person('wren').id, target: edited, body: 'I bring three bags of oats tomorrow, and the new halter.' } as never, 95);
  for (const name of ['tansy', 'juniper', 'moss']) world.happened({ type: 'reacted', conversation: stables, from: world.person(name).id, target: edited, emoji: name === 'moss' ? '🐎' : '🎉', on: true } as never, 90);
  world.happened({ type: 'pinned', conversation: stables, from: world.person('moss').id, target: root, on: true } as never, 80);
  world.happened({ type: 'left', conversation: stables, from: world.person('alder').id, user: world.person('alder').id, reason: 'left' } as never, 70);
  for (const name of ['wren', 'juniper', 'tansy', 'rowan']) world.readIn(stables, name, edited, 60);
  say('juniper', 'Wonderful, the old halter is more knot than halter.', 40);
  say('hazel', '@wren could you also bring the small saddle? I try it on the new pony.', 12, { mentions: ['wren'] });
  say('moss', '@everyone the north gate stays shut tonight, the foals are out.', 6, { everyone: 'members' });
  return { root, edited };
}
