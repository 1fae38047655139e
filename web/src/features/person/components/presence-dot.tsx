/** Filled: here. Hollow: not here. */
export function PresenceDot({ online }: { readonly online: boolean }) {
  return (
    <span
      className={`absolute -right-0.5 -bottom-0.5 size-3.5 rounded-full border-[2.5px] border-sheet ${online ? 'bg-here' : 'bg-sheet'}`}
    >
      {online ? null : <span className="block size-full rounded-full border-2 border-line-strong" />}
    </span>
  );
}
