import type { ConversationId, Mark, Position, RoomChange, SystemLine, UserId } from '../protocol';
import { ConversationState } from './conversation';
import type { Interval } from './intervals';
import type { Members, Membership, MembershipEvent } from './membership';
import { MessageFold, type Amendment } from './message';
import type { Register } from './register';
import type { Summary } from './summary';

/** A conversation as it is kept on the device: plain values, the newest entries only. */
export interface StoredConversation {
  readonly id: ConversationId;
  readonly summary?: Summary;
  readonly syncedTo: Position;
  readonly tailFrom?: Position;
  readonly messages: readonly StoredMessage[];
  readonly lines: readonly SystemLine[];
  readonly holders: readonly (readonly [string, Position])[];
  readonly told: Members['told'];
  readonly memberships: readonly (readonly [UserId, Register<Membership>])[];
  readonly memberEvents: readonly MembershipEvent[];
  readonly read: readonly (readonly [UserId, Register<Mark>])[];
  readonly delivered: readonly (readonly [UserId, Register<Mark>])[];
  readonly room: readonly (readonly [keyof RoomChange, Register<unknown>])[];
}

interface StoredMessage {
  readonly position: Position;
  readonly base?: MessageFold['base'];
  readonly deletion?: MessageFold['deletion'];
  readonly amendments: readonly Amendment[];
}

/** Of each conversation this many of the newest entries are kept; older ones are loaded when they are looked at. */
export const entriesStoredMax = 200;

/** The state without its older stretches. What waits for a message that is not kept waits on. */
export function stored(state: ConversationState): StoredConversation {
  const from = keptFrom(state);
  const kept = [...state.messages].filter(([position, { base }]) => position >= from || !base);
  return {
    id: state.id,
    ...(state.summary && { summary: state.summary }),
    syncedTo: state.syncedTo,
    ...(state.covered.tail && { tailFrom: Math.max(from, state.covered.tail.from) }),
    messages: kept.map(([position, fold]) => storedMessage(position, fold)),
    lines: [...state.lines.values()].filter(({ position }) => position >= from),
    holders: [...state.holders].filter(([, position]) => position >= from),
    told: state.members.told,
    memberships: [...state.members.registers.entries()],
    memberEvents: [...state.members.events.values()],
    read: [...state.read.entries()],
    delivered: [...state.delivered.entries()],
    room: [...state.room.entries()],
  };
}

export function restored(from: StoredConversation, me: UserId): ConversationState {
  const state = new ConversationState(from.id, me);
  state.summary = from.summary;
  state.syncedTo = from.syncedTo;
  if (from.tailFrom !== undefined) state.covered.add(openFrom(from.tailFrom));
  for (const message of from.messages) restoreMessage(state, message);
  for (const line of from.lines) state.lines.set(line.position, line);
  for (const [key, position] of from.holders) state.holders.set(key, position);
  state.members.restore(from.told);
  for (const event of from.memberEvents) state.members.events.set(event.position, event);
  restoreAll(state.members.registers, from.memberships);
  restoreAll(state.read, from.read);
  restoreAll(state.delivered, from.delivered);
  restoreAll(state.room, from.room);
  return state;
}

function keptFrom({ messages, lines, covered }: ConversationState): Position {
  const tail = covered.tail?.from ?? -1;
  const held = [...messages.keys(), ...lines.keys()].filter((position) => position >= tail).sort((a, b) => b - a);
  return held[entriesStoredMax - 1] ?? tail;
}

function storedMessage(position: Position, { base, deletion, amendments }: MessageFold): StoredMessage {
  return { position, ...(base && { base }), ...(deletion && { deletion }), amendments: [...amendments.values()] };
}

function restoreMessage(state: ConversationState, { position, base, deletion, amendments }: StoredMessage): void {
  const fold = new MessageFold();
  fold.base = base;
  fold.deletion = deletion;
  for (const event of amendments) fold.amendments.set(event.position, event);
  state.messages.set(position, fold);
  if (base) state.threaded(base.view);
}

function restoreAll<K, T>(
  registers: { set(key: K, value: T, position: Position): boolean },
  all: readonly (readonly [K, Register<T>])[],
): void {
  for (const [key, { value, position }] of all) registers.set(key, value, position);
}

function openFrom(from: Position): Interval {
  return { from, to: Number.POSITIVE_INFINITY };
}
