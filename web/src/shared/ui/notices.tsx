'use client';

import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react';

interface Notice { readonly id: number; readonly text: string }

const Tell = createContext<(text: string) => void>(() => undefined);
const shownMillis = 6_000;

/** Says something short at the foot of the page for six seconds. */
export function useNotice(): (text: string) => void {
  return useContext(Tell);
}

export function Notices({ children }: { readonly children: ReactNode }) {
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const next = useRef(0);
  const tell = useCallback((text: string) => {
    const id = next.current++;
    setNotices((all) => [...all.filter((notice) => notice.text !== text), { id, text }]);
    setTimeout(() => setNotices((all) => all.filter((notice) => notice.id !== id)), shownMillis);
  }, []);
  return (
    <Tell value={tell}>
      {children}
      <div role="status" className="pointer-events-none fixed inset-x-0 bottom-24 z-50 flex flex-col items-center gap-2 px-4">
        {notices.map(({ id, text }) => (
          <p key={id} className="max-w-md animate-rise rounded-lg bg-ink px-4 py-2.5 text-sm text-paper shadow-float">{text}</p>
        ))}
      </div>
    </Tell>
  );
}
