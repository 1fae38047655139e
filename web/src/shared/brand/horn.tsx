/** The post horn: one coil, a mouthpiece, a bell. Takes its colour from the text. */
export function Horn({ className = 'size-6' }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 24 24" className={className} fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <circle cx="10.6" cy="13.6" r="4.6" />
      <path d="M3 9h10.8c3.4 0 5.7-1.4 7-4v10.6c-1.3-2.6-3.5-3.9-5.9-4" />
      <path d="M3 7.2v3.6" />
    </svg>
  );
}
