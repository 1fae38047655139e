'use client';

import { useEffect, useState } from 'react';

/** True once `value` has been true for `millis` without a break: what flickers for less is not shown. */
export function useHeld(value: boolean, millis: number): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!value) return undefined;
    const timer = setTimeout(() => setHeld(true), millis);
    return () => {
      clearTimeout(timer);
      setHeld(false);
    };
  }, [value, millis]);
  return value && held;
}
