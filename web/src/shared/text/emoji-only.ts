const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const emoji = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3)/u;

/** One to three emoji and nothing else: shown large. */
export function isEmojiOnly(body: string): boolean {
  const graphemes = [...segmenter.segment(body.trim())].map((part) => part.segment).filter((part) => part.trim() !== '');
  return graphemes.length > 0 && graphemes.length <= 3 && graphemes.every((part) => emoji.test(part));
}
