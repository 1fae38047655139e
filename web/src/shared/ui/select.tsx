import { useId } from 'react';

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly hint?: string;
}

/** One of several, in the browser's own list. */
export function Select<T extends string>({ label, value, options, onChange, hint }: Props<T>) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={hint ? `${id}-below` : undefined}
        onChange={(event) => onChange(event.target.value as T)}
        className="h-11 w-full rounded-lg border border-line-strong bg-sheet px-3 text-base text-ink outline-none focus:border-pine-text focus:ring-3 focus:ring-pine-wash"
      >
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
      {hint ? <p id={`${id}-below`} className="mt-1.5 text-[13px] text-ink-3">{hint}</p> : null}
    </div>
  );
}
