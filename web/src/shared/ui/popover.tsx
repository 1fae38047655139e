'use client';

import { useContext, useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { DialogHost } from './dialog-host';

interface Props {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const gap = 6;
const edge = 8;

/**
 * Floats beside its anchor, inside the window; takes the focus, and gives it back when closed by Escape or a click
 * elsewhere. Within a modal dialog it belongs to that dialog, since everything outside of it cannot be reached.
 */
export function Popover({ anchor, label, onClose, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const host = useContext(DialogHost) ?? document.body;
  useLayoutEffect(() => {
    if (box.current && anchor.current) place(box.current, anchor.current.getBoundingClientRect());
    box.current?.querySelector<HTMLElement>('button, input, a')?.focus();
  }, [anchor]);
  useEffect(() => {
    const back = anchor.current;
    const outside = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!box.current?.contains(target) && !back?.contains(target)) onClose();
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      back?.focus();
      onClose();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('keydown', escape, true);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('keydown', escape, true);
    };
  }, [anchor, onClose]);
  return createPortal(
    <div ref={box} role="dialog" aria-label={label} className="fixed top-0 left-0 z-40 rounded-xl border border-line bg-sheet shadow-float">
      {children}
    </div>,
    host,
  );
}

/** Above the anchor where there is room, else below; never past the window's edges. */
function place(box: HTMLElement, anchor: DOMRect): void {
  const { width, height } = box.getBoundingClientRect();
  const above = anchor.top - height - gap;
  const top = above >= edge ? above : Math.min(anchor.bottom + gap, window.innerHeight - height - edge);
  const left = Math.max(edge, Math.min(anchor.left + anchor.width / 2 - width / 2, window.innerWidth - width - edge));
  box.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}
