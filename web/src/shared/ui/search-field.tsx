import { Search, type LucideIcon } from 'lucide-react';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly icon?: LucideIcon;
}

/** A field that narrows down what stands below it. */
export function SearchField({ label, value, onChange, icon: Icon = Search }: Props) {
  return (
    <div className="relative min-w-0 flex-1">
      <Icon className="pointer-events-none absolute top-3 left-3 size-4 text-ink-3" aria-hidden />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        className="h-10 w-full rounded-xl border border-transparent bg-sunken pr-3 pl-9 text-base outline-none focus:border-pine-text focus:bg-sheet focus:ring-3 focus:ring-pine-wash wide:text-[15px]"
      />
    </div>
  );
}
