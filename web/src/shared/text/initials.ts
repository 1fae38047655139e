const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** One or two letters that stand for a name; whole graphemes, so that no emoji or accent is cut. */
export function initials(name: string): string {
  const words = name.trim().split(/[\s._-]+/).filter((word) => word.length > 0);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => firstGrapheme(word ?? ''));
  return letters.join('').toLocaleUpperCase() || '?';
}

function firstGrapheme(word: string): string {
  return segmenter.segment(word)[Symbol.iterator]().next().value?.segment ?? '';
}
