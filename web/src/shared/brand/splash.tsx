import { Horn } from './horn';

/** The first moment, before it is known who is here. */
export function Splash({ text = 'Saddling up…' }: { readonly text?: string }) {
  return (
    <main className="grid h-dvh place-items-center bg-paper">
      <div role="status" className="flex flex-col items-center gap-4 text-ink-2">
        <Horn className="size-10 animate-pulse text-brass" />
        <p className="text-sm">{text}</p>
      </div>
    </main>
  );
}
