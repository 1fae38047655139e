import type { User } from '@postrider/client';
import { initials } from '@/shared/text/initials';
import { readableOn } from '@/shared/text/contrast';
import { PresenceDot } from './presence-dot';

type Size = 'small' | 'medium' | 'large';

const sizes: Record<Size, string> = {
  small: 'size-8 text-[32px]',
  medium: 'size-11 text-[44px]',
  large: 'size-20 text-[80px]',
};

interface Props {
  readonly user: Pick<User, 'displayName' | 'color'> | undefined;
  readonly size?: Size;
  /** Shows the dot where it is known whether they are here. */
  readonly online?: boolean | undefined;
}

/** Somebody's stamp: their initials on their colour. Decoration; the name stands beside it. */
export function Avatar({ user, size = 'medium', online }: Props) {
  const colour = user?.color ?? '#84938a';
  return (
    <span aria-hidden className={`relative inline-block shrink-0 ${sizes[size]}`}>
      <span className="stamp grid size-full place-items-center" style={{ backgroundColor: colour, color: readableOn(colour) }}>
        <span data-initials={initials(user?.displayName ?? '')} className="text-[0.36em] leading-none font-semibold tracking-tight before:content-[attr(data-initials)]" />
      </span>
      {online === undefined ? null : <PresenceDot online={online} />}
    </span>
  );
}
