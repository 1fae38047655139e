/** The post horn: one coil, a mouthpiece, a bell. Takes its colour from the text. */
export function Horn({ className = 'size-6' }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 24 24" className={className} fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <circle cx="9.8" cy="15" r="5.4" />
      <path d="M1.8 9.6h11.6c3.4 0 6.2-1.8 8.3-5.2v10.4c-1.7-2.8-3.9-4.5-6.4-5" />
    </svg>
  );
}
