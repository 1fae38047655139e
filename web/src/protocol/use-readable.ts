'use client';

import type { Readable } from '@postrider/client';
import { useCallback, useSyncExternalStore } from 'react';

/** The present value, and a new rendering after every change. */
export function useReadable<T>(readable: Readable<T>): T {
  const subscribe = useCallback((listener: () => void) => readable.subscribe(listener), [readable]);
  const read = useCallback(() => readable.getSnapshot(), [readable]);
  return useSyncExternalStore(subscribe, read, read);
}
