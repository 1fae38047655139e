/** Three beats of a gallop: something is under way. */
export function Spinner({ label }: { readonly label?: string }) {
  return (
    <span role={label ? 'status' : undefined} className="inline-flex items-center gap-1 text-ink-3">
      {[0, 1, 2].map((i) => (
        <span key={i} aria-hidden className={`size-1.5 animate-dot rounded-full bg-current ${delays[i]}`} />
      ))}
      {label ? <span className="ml-1.5 text-[13px]">{label}</span> : null}
    </span>
  );
}

const delays = ['', '[animation-delay:150ms]', '[animation-delay:300ms]'];
