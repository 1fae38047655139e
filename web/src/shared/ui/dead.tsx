'use client';

import { EmptyArt } from '../brand/empty-art';
import { Button } from './button';

interface Props {
  readonly title: string;
  readonly text: string;
  readonly again?: () => void;
}

/** A page that cannot be shown, with the ways out of it. */
export function Dead({ title, text, again }: Props) {
  return (
    <main className="grid h-dvh place-items-center bg-paper p-6 text-ink">
      <div className="flex max-w-sm flex-col items-center gap-4 text-center">
        <EmptyArt />
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        <p className="text-ink-2">{text}</p>
        <div className="flex gap-2">
          {again ? <Button look="primary" onClick={again}>Try again</Button> : null}
          <Button onClick={() => window.location.assign('/')}>To your messages</Button>
        </div>
      </div>
    </main>
  );
}
