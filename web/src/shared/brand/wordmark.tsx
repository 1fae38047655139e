import { Horn } from './horn';

/** Horn and name, as at the head of every page. */
export function Wordmark({ tone = 'ink' }: { readonly tone?: 'ink' | 'pine' }) {
  const colours = tone === 'ink' ? 'text-ink' : 'text-on-pine';
  const horn = tone === 'ink' ? 'text-brass' : 'text-brass-on-pine';
  return (
    <span className={`inline-flex items-center gap-2 text-[17px] font-semibold tracking-tight ${colours}`}>
      <Horn className={`size-6 ${horn}`} />
      Postrider
    </span>
  );
}
