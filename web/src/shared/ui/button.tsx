import type { ButtonHTMLAttributes } from 'react';

type Look = 'primary' | 'plain' | 'quiet' | 'danger';

const looks: Record<Look, string> = {
  primary: 'bg-pine text-on-pine hover:bg-pine-strong',
  plain: 'bg-sheet text-ink border border-line-strong hover:bg-sunken',
  quiet: 'text-pine-text hover:bg-pine-wash',
  danger: 'bg-seal text-sheet hover:opacity-90',
};

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: Look;
  /** Says that the action is under way; the button answers no clicks meanwhile and keeps its focus. */
  readonly busy?: boolean;
  /** Takes the focus when its dialog opens. */
  readonly 'data-first-focus'?: boolean;
}

export function Button({ look = 'plain', busy = false, className = '', type = 'button', onClick, children, ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={`inline-flex min-h-10 items-center justify-center gap-2 rounded-lg px-4 text-sm font-medium transition-colors select-none disabled:opacity-50 aria-busy:opacity-70 ${looks[look]} ${className}`}
    >
      {children}
    </button>
  );
}
