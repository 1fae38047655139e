import type { Conversation, Position, SyncAnswer } from '../protocol';

/** A conversation as history tells it. */
export type Told = Partial<Conversation> & { readonly id: string };

/** The same at one moment: everything up to `asOf` is in it. */
export interface Summary extends Told {
  readonly asOf: Position;
}

/** One changed conversation of a sync answer. */
export type Changed = SyncAnswer['conversations'][number];

export function summaryOf({ events: _, limited: _l, gone: _g, ...summary }: Changed): Summary {
  return summary;
}

/**
 * The moment of a conversation told outside of a sync, which carries no `asOf`: at least its newest entry is in it.
 * Registers that are set again by events between that and the true moment come out the same.
 */
export function momentOf(told: Told): Summary {
  return { ...told, asOf: Math.max(told.last?.position ?? -1, told.readPosition ?? -1) };
}
