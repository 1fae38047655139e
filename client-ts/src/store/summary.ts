import type { Conversation, Mark, Position, SyncAnswer } from '../protocol';

/** How far somebody has read and been reached. */
export interface PersonMark { readonly user: string; readonly read: Mark; readonly delivered: Mark }

/** A conversation as history tells it; `marks` only where this installation's history gives them. */
export type Told = Partial<Conversation> & { readonly id: string; readonly marks?: readonly PersonMark[] };

/** The same at one moment: everything up to `asOf` is in it. */
export interface Summary extends Told { readonly asOf: Position }

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
