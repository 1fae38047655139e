import { isEvent, type ServerFrame } from '../protocol';

const sessionTypes: ReadonlySet<string> = new Set<ServerFrame['type']>([
  'welcome',
  'checkpoint',
  'draining',
  'renewed',
  'pong',
  'accepted',
  'rejected',
  'draft',
  'value',
  'typing',
  'presence',
  'online',
  'profile',
]);

/**
 * Reads one text frame. Frames of a type this version does not know are nothing (the contract grows), and so is
 * anything that is no frame at all or an event without a place in its conversation.
 */
export function readFrame(text: string): ServerFrame | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
  const frame = value as ServerFrame;
  if (sessionTypes.has(frame.type)) return frame;
  if (!isEvent(frame)) return undefined;
  return typeof frame.conversation === 'string' && Number.isSafeInteger(frame.position) ? frame : undefined;
}
