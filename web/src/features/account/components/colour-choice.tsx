const colours = [
  { value: '#1f6f5c', name: 'Pine' }, { value: '#2f6db5', name: 'River' }, { value: '#5b57b8', name: 'Dusk' }, { value: '#8b4aa0', name: 'Heather' },
  { value: '#b23a67', name: 'Rosehip' }, { value: '#b4472e', name: 'Seal' }, { value: '#c08a1e', name: 'Brass' }, { value: '#5d6b2f', name: 'Moss' },
];

/** The colour of one's stamp; one set elsewhere is offered as well. */
export function ColourChoice({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const known = colours.some((colour) => colour.value === value.toLowerCase());
  const offered = known ? colours : [{ value, name: 'The present one' }, ...colours];
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">Colour</legend>
      <div className="flex flex-wrap gap-2">
        {offered.map((colour) => (
          <label key={colour.value} title={colour.name} className="relative rounded-lg p-1 has-checked:ring-2 has-checked:ring-ink has-focus-visible:outline-2 has-focus-visible:outline-[var(--focus)]">
            <input type="radio" name="color" aria-label={colour.name} checked={colour.value === value.toLowerCase()} onChange={() => onChange(colour.value)} className="sr-only" />
            <span className="stamp block size-8 text-[32px]" style={{ backgroundColor: colour.value }} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
