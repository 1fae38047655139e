/** Stands where one would write, and says why one cannot. */
export function Closed({ text }: { readonly text: string }) {
  return <p className="safe-bottom border-t border-line bg-sheet px-6 pt-3 text-center text-sm text-ink-2">{text}</p>;
}
