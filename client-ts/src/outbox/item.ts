import type { Command, Instant, MessageId, RejectCode } from '../protocol';

/** A command on its way, as it is kept on the device until it is answered. */
export interface OutboxItem {
  readonly id: MessageId;
  /** The tab that sends it; another one takes over when that tab is gone. */
  readonly owner: string;
  /** Orders the items of a conversation. */
  readonly number: number;
  readonly command: Command;
  /** When it was written, by this device's clock. */
  readonly at: Instant;
  readonly state: 'pending' | 'failed';
  /** Why it failed. */
  readonly code?: RejectCode;
}
