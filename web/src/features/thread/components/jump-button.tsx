import { ArrowDown } from 'lucide-react';

/** Back to the newest message; says how many came meanwhile. */
export function JumpButton({ unread, onJump }: { readonly unread: number; readonly onJump: () => void }) {
  const label = unread > 0 ? `${unread > 999 ? '999+' : unread} new ${unread === 1 ? 'message' : 'messages'}` : 'Newest';
  return (
    <button
      type="button"
      onClick={onJump}
      className="absolute bottom-3 left-1/2 inline-flex h-10 -translate-x-1/2 animate-rise items-center gap-2 rounded-full border border-line bg-sheet pr-4 pl-3 text-sm font-medium shadow-float hover:bg-sunken"
    >
      <ArrowDown className="size-4 text-brass" aria-hidden />
      {label}
    </button>
  );
}
