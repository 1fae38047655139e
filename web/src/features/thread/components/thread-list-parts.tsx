'use client';

import type { ConversationSnapshot } from '@postrider/client';
import type { HTMLAttributes, KeyboardEvent, Ref } from 'react';
import type { Components, ContextProp } from 'react-virtuoso';
import { Spinner } from '@/shared/ui/spinner';
import { Button } from '@/shared/ui/button';
import type { Row } from '../rows';
import { ThreadStart } from './thread-start';
import { TypingLine } from './typing-line';

export interface ListContext {
  readonly snapshot: ConversationSnapshot;
  readonly name: string;
  readonly older: 'idle' | 'loading' | 'failed';
  readonly onOlder: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** The parts around the rows; one object for all times, or the list would be built anew with every rendering. */
export const listParts: Components<Row, ListContext> = { Header, Footer, List };

function Header({ context: { snapshot, name, older, onOlder } }: ContextProp<ListContext>) {
  if (!snapshot.hasOlder) return <ThreadStart snapshot={snapshot} name={name} />;
  return (
    <div className="grid h-14 place-items-center">
      {older === 'failed' ? <Button look="quiet" onClick={onOlder}>Older messages could not be loaded. Try again</Button> : null}
      {older === 'loading' ? <Spinner label="Older messages are coming" /> : null}
    </div>
  );
}

function Footer({ context: { snapshot } }: ContextProp<ListContext>) {
  return <TypingLine typing={snapshot.typing.filter(({ thread }) => thread === undefined)} />;
}

type ListProps = HTMLAttributes<HTMLDivElement> & ContextProp<ListContext> & { readonly ref?: Ref<HTMLDivElement> | undefined };

function List({ context, ...rest }: ListProps) {
  // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of the articles inside bubble here
  return <div {...rest} role="feed" aria-label={`Messages with ${context.name}`} onKeyDown={context.onKeyDown} />;
}
