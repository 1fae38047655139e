'use client';

import { useState } from 'react';
import { firstKey, holds, type Row } from '../rows';

/** Far enough from zero for any scrollback: the list wants indices that fall as older rows come. */
const base = 1_000_000;

/**
 * Indices that stay with their rows while pages are put before them, so that the list keeps its place. Where another
 * stretch is shown (not one row in common), `stretch` rises and the list starts anew.
 */
export function useAnchored(rows: readonly Row[]): { readonly firstIndex: number; readonly stretch: number } {
  const [anchor, setAnchor] = useState({ key: firstKey(rows[0]), stretch: 0 });
  const at = rows.findIndex((row) => holds(row, anchor.key));
  const first = firstKey(rows[0]);
  if (at < 0 && first !== undefined) setAnchor({ key: first, stretch: anchor.stretch + (anchor.key === undefined ? 0 : 1) });
  return { firstIndex: base - Math.max(at, 0), stretch: anchor.stretch };
}
