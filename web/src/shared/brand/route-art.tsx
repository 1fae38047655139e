/** A courier's road over hills, from station to station; decoration only. */
export function RouteArt({ className = '' }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 480 360" className={className} fill="none" aria-hidden="true" preserveAspectRatio="xMidYMax slice">
      <g stroke="currentColor" strokeOpacity=".22" strokeWidth="1.25">
        <path d="M-20 214c60-58 118-72 178-36s104 30 160-14 108-52 182-18" />
        <path d="M-20 240c66-54 124-64 182-30s108 30 164-12 110-46 174-14" />
        <path d="M-20 268c70-48 130-56 188-24s110 28 166-10 108-40 166-12" />
        <path d="M-20 298c74-42 134-46 192-18s112 26 168-8 106-34 160-10" />
        <path d="M-20 330c78-34 138-36 196-12s114 22 170-6 104-28 154-8" />
      </g>
      <path d="M28 300c52-10 62-62 112-70s78 34 128 22 44-78 98-96 62-18 86-46" stroke="var(--brass-on-pine)" strokeWidth="2.5" strokeLinecap="round" strokeDasharray="2 10" className="animate-ride" />
      <g fill="var(--brass-on-pine)">
        <circle cx="28" cy="300" r="5" />
        <circle cx="140" cy="230" r="4" />
        <circle cx="268" cy="252" r="4" />
        <circle cx="366" cy="156" r="4" />
      </g>
      <g transform="translate(432 74)">
        <rect x="-2" y="0" width="42" height="30" rx="5" fill="currentColor" />
        <path d="m0 4 19 14L38 4" stroke="var(--pine)" strokeWidth="2.5" strokeLinejoin="round" />
      </g>
    </svg>
  );
}
