import type { Quoted } from './hooks/use-quoted';

/** What a quote shows of the message it quotes. */
export function quotedText(quoted: Quoted): string {
  switch (quoted.is) {
    case 'loading': return 'Looking it up…';
    case 'missing': return 'A message that is not here any more';
    case 'there': return quoted.body ?? 'Message deleted';
  }
}
