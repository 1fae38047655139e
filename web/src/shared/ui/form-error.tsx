import { CircleAlert } from 'lucide-react';

/** What went wrong with a form as a whole; read out as soon as it appears. */
export function FormError({ text }: { readonly text: string | undefined }) {
  return (
    <div role="alert">
      {text ? (
        <p className="flex gap-2 rounded-lg bg-seal-wash px-3 py-2.5 text-sm text-seal">
          <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
          {text}
        </p>
      ) : null}
    </div>
  );
}
