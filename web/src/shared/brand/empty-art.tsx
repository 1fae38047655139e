/** An unsealed letter on a dotted road, for places where nothing is yet. */
export function EmptyArt({ className = 'h-28' }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 220 120" className={className} fill="none" aria-hidden="true">
      <path d="M6 98c34-6 40-34 70-38s44 26 76 20 34-44 62-52" stroke="var(--line-strong)" strokeWidth="2" strokeLinecap="round" strokeDasharray="1 8" />
      <circle cx="6" cy="98" r="4" fill="var(--brass-fill)" />
      <circle cx="214" cy="28" r="4" fill="var(--brass-fill)" />
      <g transform="rotate(-5 110 60)">
        <rect x="66" y="30" width="88" height="60" rx="9" fill="var(--sheet)" stroke="var(--line-strong)" strokeWidth="1.75" />
        <path d="m69 37 41 29 41-29" stroke="var(--line-strong)" strokeWidth="1.75" strokeLinejoin="round" />
        <circle cx="110" cy="66" r="9" fill="var(--pine)" />
        <path d="M105.5 64.4h6c1.8 0 3-.7 3.7-2v5.4c-.7-1.3-1.8-2-3-2" stroke="var(--brass-on-pine)" strokeWidth="1.3" strokeLinecap="round" strokeLinejoin="round" />
      </g>
    </svg>
  );
}
