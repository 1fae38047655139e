import { EmptyArt } from '@/shared/brand/empty-art';
import { Button } from '@/shared/ui/button';

/** Nobody answered yet and nothing is stored on this device. */
export function Unreachable({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <main className="grid h-dvh place-items-center bg-paper p-6">
      <div role="status" className="flex max-w-sm flex-col items-center gap-4 text-center">
        <EmptyArt />
        <h1 className="text-xl font-semibold tracking-tight">The post house does not answer</h1>
        <p className="text-ink-2">The server cannot be reached just now. The page keeps trying by itself.</p>
        <Button look="primary" onClick={onRetry}>Try now</Button>
      </div>
    </main>
  );
}
