import { useId, type ReactNode } from 'react';

/** A headed part of the sheet. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="py-5">
      <h3 id={id} className="mb-4 font-mono text-xs font-medium text-brass">{title}</h3>
      {children}
    </section>
  );
}
