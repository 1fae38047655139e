import type { Client, ConversationId, FormerBody, Position, Reacted, Reader } from '@postrider/client';
import { ProblemError } from '@postrider/client';

/** All that hangs on a message. Readers are told in conversations of up to 100 members only. */
export interface Hanging {
  readonly edits: readonly FormerBody[];
  readonly reactions: readonly Reacted[];
  readonly readers: readonly Reader[] | undefined;
}

/** Former texts, who reacted, who has read it. */
export async function lookInto(client: Client, id: ConversationId, position: Position): Promise<Hanging> {
  const { messages } = client.api;
  const [edits, reactions, readers] = await Promise.all([
    messages.edits(id, position),
    messages.reactions(id, position),
    messages.readers(id, position).catch(unlessForbidden),
  ]);
  return { edits, reactions, readers };
}

function unlessForbidden(error: unknown): undefined {
  if (error instanceof ProblemError && error.code === 'forbidden') return undefined;
  throw error;
}
