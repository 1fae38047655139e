import { EmptyArt } from '@/shared/brand/empty-art';

/** The list before anything is known. */
export function ListSkeleton() {
  return (
    <div role="status" aria-label="Loading your conversations" className="flex flex-1 flex-col gap-1 overflow-hidden px-2">
      {widths.map((width, i) => (
        <div key={i} className="flex animate-pulse items-center gap-3 px-3 py-2.5">
          <span className="size-11 shrink-0 rounded-lg bg-sunken" />
          <span className="flex-1 space-y-2">
            <span className={`block h-3.5 rounded bg-sunken ${width}`} />
            <span className="block h-3 w-4/5 rounded bg-sunken" />
          </span>
        </div>
      ))}
    </div>
  );
}

const widths = ['w-2/5', 'w-3/5', 'w-1/3', 'w-1/2', 'w-2/5', 'w-3/5'];

/** Nobody written to yet. */
export function ListEmpty() {
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-3 px-8 pb-16 text-center">
      <EmptyArt className="h-24 wide:hidden" />
      <p className="font-medium">No conversations yet</p>
      <p className="text-sm text-ink-2">Look somebody up above by their name or username and write the first line, or make or join a room with the plus.</p>
    </div>
  );
}
