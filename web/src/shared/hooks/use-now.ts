'use client';

import { useEffect, useState } from 'react';

/** The present time, renewed every `millis`, for times that are told relative to now. */
export function useNow(millis: number): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), millis);
    return () => clearInterval(timer);
  }, [millis]);
  return now;
}
