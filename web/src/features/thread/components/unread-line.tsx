import { Horn } from '@/shared/brand/horn';

/** The horn sounds: everything below is new. */
export function UnreadLine() {
  return (
    <div className="flex items-center gap-2 py-3 text-brass">
      <span className="h-px flex-1 bg-current opacity-50" />
      <Horn className="size-4" />
      <span className="text-xs font-semibold">New</span>
      <span className="h-px flex-1 bg-current opacity-50" />
    </div>
  );
}
