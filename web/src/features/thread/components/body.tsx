import { isEmojiOnly } from '@/shared/text/emoji-only';
import { pieces } from '@/shared/text/links';

/** A message's text: line breaks kept, addresses are links, a few emoji alone stand large. */
export function Body({ text }: { readonly text: string }) {
  if (isEmojiOnly(text)) return <span className="text-4xl leading-tight">{text}</span>;
  return (
    <span className="break-words whitespace-pre-wrap [overflow-wrap:anywhere]">
      {pieces(text).map((piece, i) =>
        piece.is === 'text' ? piece.text : (
          <a key={i} href={piece.href} target="_blank" rel="noopener noreferrer nofollow" className="underline decoration-1 underline-offset-3">{piece.text}</a>
        ),
      )}
    </span>
  );
}
