import { EmptyArt } from '@/shared/brand/empty-art';
import { Button } from '@/shared/ui/button';

/** The thread before its first page is here. */
export function ThreadSkeleton() {
  return (
    <div role="status" aria-label="Loading messages" className="flex min-h-0 flex-1 flex-col justify-end gap-2 overflow-hidden">
      <div className="mx-auto flex w-full max-w-3xl flex-col gap-2 px-3 pb-9 wide:px-6">
        {shapes.map((shape, i) => <span key={i} className={`h-10 animate-pulse rounded-2xl bg-sunken ${shape}`} />)}
      </div>
    </div>
  );
}

const shapes = ['w-2/5', 'w-3/5', 'w-1/3 self-end', 'w-1/2 self-end', 'w-1/2', 'w-1/4', 'w-2/5 self-end'];

/** The first page could not be fetched. */
export function ThreadFailed({ text, onRetry }: { readonly text: string; readonly onRetry: () => void }) {
  return (
    <div role="alert" className="flex min-h-0 flex-1 flex-col items-center justify-center gap-3 p-6 text-center">
      <EmptyArt className="h-24" />
      <p className="font-medium">The messages could not be loaded</p>
      <p className="max-w-xs text-sm text-ink-2">{text}</p>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}

/** Nothing of that name, or nothing one may see. */
export function ThreadMissing({ onBack }: { readonly onBack: () => void }) {
  return (
    <section className="flex h-full flex-1 flex-col items-center justify-center gap-3 bg-paper p-6 text-center">
      <EmptyArt className="h-24" />
      <h1 className="text-lg font-semibold tracking-tight">This conversation is not here</h1>
      <p className="max-w-xs text-sm text-ink-2">It does not exist, or you are not part of it.</p>
      <Button onClick={onBack}>To your conversations</Button>
    </section>
  );
}

/** One was in it until just now. */
export function ThreadLeft({ name, onBack }: { readonly name: string; readonly onBack: () => void }) {
  return (
    <section className="flex h-full flex-1 flex-col items-center justify-center gap-3 bg-paper p-6 text-center">
      <EmptyArt className="h-24" />
      <h1 className="text-lg font-semibold tracking-tight">You are no longer in {name}</h1>
      <p className="max-w-xs text-sm text-ink-2">You left, an admin removed you, or the room was deleted. What was written here is not shown to you any more.</p>
      <Button onClick={onBack}>To your conversations</Button>
    </section>
  );
}

/** Nothing open, on wide screens. */
export function NothingOpen() {
  return (
    <section className="flex h-full flex-1 flex-col items-center justify-center gap-4 bg-paper p-6 text-center">
      <EmptyArt className="h-32" />
      <h2 className="text-lg font-semibold tracking-tight">Where to?</h2>
      <p className="max-w-xs text-sm text-ink-2">
        Choose a conversation, or press <kbd className="rounded border border-line-strong px-1.5 py-0.5 font-mono text-xs">/</kbd> to find somebody.
      </p>
    </section>
  );
}
