import type { ConversationId } from '@postrider/client';
import { Archive, Hash, Lock } from 'lucide-react';
import { readableOn } from '@/shared/text/contrast';

const sizes = { small: 'size-8 text-[32px]', medium: 'size-11 text-[44px]', large: 'size-20 text-[80px]' } as const;
const colours = ['#1f6f5c', '#2f6db5', '#5b57b8', '#8b4aa0', '#b23a67', '#b4472e', '#8a6212', '#5d6b2f'];

interface Props {
  readonly id: ConversationId;
  readonly size?: keyof typeof sizes;
  readonly visibility?: 'public' | 'private' | undefined;
  readonly archived?: boolean | undefined;
}

/** A room's stamp: always of the same colour, with a lock where only the invited come in. Decoration; the name stands beside it. */
export function RoomStamp({ id, size = 'medium', visibility, archived = false }: Props) {
  const colour = archived ? '#5d6862' : (colours[sumOf(id) % colours.length] ?? '#1f6f5c');
  const Icon = archived ? Archive : visibility === 'private' ? Lock : Hash;
  return (
    <span aria-hidden className={`relative inline-block shrink-0 ${sizes[size]}`}>
      <span className="stamp grid size-full place-items-center" style={{ backgroundColor: colour, color: readableOn(colour) }}>
        <Icon className="size-[0.46em]" strokeWidth={2.25} />
      </span>
    </span>
  );
}

function sumOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return sum;
}
