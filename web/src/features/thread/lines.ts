import { assertNever, type Role, type SystemEntry, type UserId } from '@postrider/client';

type Line = SystemEntry['line'];

/** How people are called in a sentence: "You", or by their names. */
export type NameOf = (id: UserId) => string;

const namedMax = 3;
const roles: Record<Role, string> = { owner: 'the owner', admin: 'an admin', member: 'a member', reader: 'a reader' };

/** One entry as a sentence. */
export function sentenceOf(line: Line, name: NameOf): string {
  const by = name(line.from);
  switch (line.type) {
    case 'joined': return joined(line, name);
    case 'left': return left(line, name);
    case 'role': return roleGiven(line, name);
    case 'room': return `${by} ${roomChanged(line.changed)}`;
    default: return assertNever(line);
  }
}

/** Many entries as one sentence a kind, in the order in which the kinds come. */
export function summaryOf(lines: readonly Line[], name: NameOf): string[] {
  const came = lines.flatMap((line) => (line.type === 'joined' ? line.users : []));
  const went = lines.flatMap((line) => (line.type === 'left' ? [line.user] : []));
  const rest = lines.filter((line) => line.type === 'role' || line.type === 'room');
  return [
    ...(came.length > 0 ? [`${people(came, name)} joined`] : []),
    ...(went.length > 0 ? [`${people(went, name)} ${lines.every((line) => line.type !== 'left' || line.reason === 'left') ? 'left' : 'are no longer here'}`] : []),
    ...(rest.length > 1 ? [`${rest.length} changes to the room`] : rest.map((line) => sentenceOf(line, name))),
  ];
}

/** What stands in the list beside a conversation: the sentence of its last entry. */
export function joinedBySelf(line: Line): boolean {
  return line.type === 'joined' && line.role === 'owner' && line.users.length === 1 && line.users[0] === line.from;
}

/** "Moss", "Moss and Tansy", "Moss, Tansy and 4 others"; each named once. */
export function people(ids: readonly UserId[], name: NameOf): string {
  const all = [...new Set(ids)];
  if (all.length <= namedMax) return listed(all.map(name));
  const shown = all.slice(0, namedMax - 1).map(name);
  return `${shown.join(', ')} and ${all.length - shown.length} others`;
}

/** The same names where they are not the subject: "you". */
function asObject(name: NameOf): NameOf {
  return (id) => (name(id) === 'You' ? 'you' : name(id));
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function joined({ from, users, role }: Extract<Line, { type: 'joined' }>, name: NameOf): string {
  const itself = users.length === 1 && users[0] === from;
  const as = role === 'reader' || role === 'admin' ? ` as ${role === 'admin' ? 'admins' : 'readers'}` : '';
  if (itself) return `${name(from)} joined`;
  return `${name(from)} added ${people(users, asObject(name))}${users.length > 1 ? as : as.replace(/s$/, '').replace(' as ', ' as a ').replace('a admin', 'an admin')}`;
}

function left({ from, user, reason }: Extract<Line, { type: 'left' }>, name: NameOf): string {
  switch (reason) {
    case 'left': return `${name(user)} left`;
    case 'removed': return `${name(from)} removed ${asObject(name)(user)}`;
    case 'banned': return `${name(from)} banned ${asObject(name)(user)}`;
    case 'deactivated': return name(user) === 'You' ? 'Your account was closed' : `${name(user)} left: the account was closed`;
    default: return assertNever(reason);
  }
}

function roleGiven({ from, user, role }: Extract<Line, { type: 'role' }>, name: NameOf): string {
  const [by, whom] = [name(from), name(user)];
  if (role === 'owner' && from !== user) return `${by} handed the room over to ${whom === 'You' ? 'you' : whom}`;
  if (from === user) return `${whom} ${whom === 'You' ? 'are' : 'is'} now ${roles[role]}`;
  return `${by} made ${whom === 'You' ? 'you' : whom} ${roles[role]}`;
}

function roomChanged({ name, topic, visibility, archived, settings }: Extract<Line, { type: 'room' }>['changed']): string {
  if (name !== undefined && visibility && settings) return `created the room “${name}”`;
  const did = [
    ...(name === undefined ? [] : [`renamed the room to “${name}”`]),
    ...(topic === undefined ? [] : [topic === '' ? 'cleared the topic' : `set the topic: “${topic}”`]),
    ...(visibility === undefined ? [] : [`made the room ${visibility}`]),
    ...(archived === undefined ? [] : [archived ? 'archived the room' : 'opened the room again']),
    ...(settings === undefined ? [] : ['changed the settings']),
  ];
  return listed(did) || 'changed the room';
}
