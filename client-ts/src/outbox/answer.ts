import { assertNever, type Accepted, type Command, type Event, type UserId } from '../protocol';
import type { PendingEntry } from '../store/snapshot';
import type { OutboxItem } from './item';

/** The event that an accepted command became, as its sender can tell it without having seen it. */
export function eventOf(command: Command, { position, at }: Accepted, from: UserId): Event {
  const { conversation, id } = command;
  const place = { conversation, position, id, from, at };
  switch (command.type) {
    case 'send': {
      const { type: _, again: _a, ...content } = command;
      return { ...content, ...place, type: 'message' };
    }
    case 'edit': {
      const { body, mentions } = command;
      return { ...place, type: 'edited', target: command.position, body, ...(mentions && { mentions }) };
    }
    case 'delete':
      return { ...place, type: 'deleted', target: command.position };
    case 'react':
      return { ...place, type: 'reacted', target: command.position, emoji: command.emoji, on: command.on };
    case 'pin':
      return { ...place, type: 'pinned', target: command.position, on: command.on };
    default:
      return assertNever(command);
  }
}

/** How an item of the outbox shows in its conversation; only messages do. */
export function bubbleOf({ command, id, at, state, code }: OutboxItem, from: UserId): PendingEntry | undefined {
  if (command.type !== 'send') return undefined;
  const { conversation, body, replyTo, thread, mentions = [] } = command;
  return {
    kind: 'pending',
    key: `${from}/${id}`,
    id,
    conversation,
    body,
    from,
    at,
    mentions,
    state,
    ...(replyTo !== undefined && { replyTo }),
    ...(thread !== undefined && { thread }),
    ...(code && { code }),
  };
}
