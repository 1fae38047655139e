'use client';

import type { ConversationId, Position } from '@postrider/client';
import { useCallback, useEffect, useState, type RefObject } from 'react';
import type { VirtuosoHandle } from 'react-virtuoso';
import { useClient } from '@/protocol/client-provider';
import { problemText } from '@/protocol/problem-text';
import { useNotice } from '@/shared/ui/notices';
import type { Row } from '../rows';

const litMillis = 1_600;

/** Goes to a message, fetching the stretch around it where it is not shown, and lights it up for a moment. */
export function useJump(id: ConversationId, rows: readonly Row[], list: RefObject<VirtuosoHandle | null>) {
  const client = useClient();
  const tell = useNotice();
  const [target, setTarget] = useState<Position>();
  const index = rows.findIndex((row) => row.is === 'message' && row.entry.kind === 'message' && row.entry.position === target);
  const found = target !== undefined && index >= 0;

  useEffect(() => {
    if (!found) return undefined;
    list.current?.scrollToIndex({ index, align: 'center' });
    const timer = setTimeout(() => setTarget(undefined), litMillis);
    return () => clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once per target, not whenever rows move
  }, [found, target]);

  const jump = useCallback((position: Position) => {
    setTarget(position);
    if (rows.some((row) => row.is === 'message' && row.entry.kind === 'message' && row.entry.position === position)) return;
    client.showAround(id, position).catch((error: unknown) => {
      setTarget(undefined);
      tell(problemText(error));
    });
  }, [client, id, rows, tell]);
  return { jump, target: found ? index : undefined, lit: found ? rows[index]?.key : undefined };
}
