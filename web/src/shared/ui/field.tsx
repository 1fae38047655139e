import { useId, type InputHTMLAttributes, type ReactNode } from 'react';

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** Takes the focus when its dialog opens. */
  readonly 'data-first-focus'?: boolean;
}

/** A labelled input with its hint or error below, tied together for screen readers. */
export function Field({ label, hint, error, className = '', ...rest }: Props) {
  const id = useId();
  const below = error ?? hint;
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium text-ink">{label}</label>
      <input
        {...rest}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={below ? `${id}-below` : undefined}
        className="h-11 w-full rounded-lg border border-line-strong bg-sheet px-3 text-base text-ink transition-colors outline-none focus:border-pine-text focus:ring-3 focus:ring-pine-wash aria-invalid:border-seal"
      />
      {below ? (
        <p id={`${id}-below`} className={`mt-1.5 text-[13px] ${error ? 'text-seal' : 'text-ink-3'}`}>{below}</p>
      ) : null}
    </div>
  );
}
