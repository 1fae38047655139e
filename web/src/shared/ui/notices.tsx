'use client';

import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react';

interface Notice { readonly id: number; readonly text: string }

const Tell = createContext<(text: string) => void>(() => undefined);
const Said = createContext('');
const shownMillis = 6_000;

/** Says something short at the foot of the page for six seconds. */
export function useNotice(): (text: string) => void {
  return useContext(Tell);
}

/** The newest notice, for a modal dialog to read out: what stands outside of it is silent meanwhile. */
export function useSaid(): string {
  return useContext(Said);
}

export function Notices({ children }: { readonly children: ReactNode }) {
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const next = useRef(0);
  const tell = useCallback((text: string) => {
    const id = next.current++;
    setNotices((all) => [...all.filter((notice) => notice.text !== text), { id, text }]);
    setTimeout(() => setNotices((all) => all.filter((notice) => notice.id !== id)), shownMillis);
  }, []);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Shown anew with each notice, so that it stands above a dialog that was opened before.
    box.current?.hidePopover();
    if (notices.length > 0) box.current?.showPopover();
  }, [notices]);
  return (
    <Tell value={tell}>
      <Said value={notices.at(-1)?.text ?? ''}>{children}</Said>
      <div ref={box} popover="manual" role="status" className="pointer-events-none fixed inset-x-0 top-auto bottom-24 z-50 m-0 flex h-auto w-full flex-col items-center gap-2 overflow-visible border-0 bg-transparent px-4 py-0">
        {notices.map(({ id, text }) => (
          <p key={id} className="max-w-md animate-rise rounded-lg bg-ink px-4 py-2.5 text-sm text-paper shadow-float">{text}</p>
        ))}
      </div>
    </Tell>
  );
}
