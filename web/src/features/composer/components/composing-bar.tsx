'use client';

import type { ConversationId, Position } from '@postrider/client';
import { Pencil, Reply, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { usePerson } from '@/features/person/hooks/use-person';
import { quotedText } from '@/features/thread/quoted-text';
import { useQuoted } from '@/features/thread/hooks/use-quoted';
import { IconButton } from '@/shared/ui/icon-button';
import type { Composing } from '../hooks/use-composing';

/** Says above the text what it will be: an edit, or an answer. */
export function ComposingBar({ conversation, composing }: { readonly conversation: ConversationId; readonly composing: Composing }) {
  const { editing, replyTo, cancel } = composing;
  if (editing) {
    return <Bar icon={<Pencil className="size-4" aria-hidden />} title="Editing your message" text={editing.body ?? ''} label="Stop editing" onCancel={cancel} />;
  }
  if (replyTo === undefined) return null;
  return <ReplyBar conversation={conversation} position={replyTo} onCancel={cancel} />;
}

function ReplyBar({ conversation, position, onCancel }: { readonly conversation: ConversationId; readonly position: Position; readonly onCancel: () => void }) {
  const quoted = useQuoted(conversation, position);
  const person = usePerson(quoted.is === 'there' ? quoted.from : undefined);
  return (
    <Bar
      icon={<Reply className="size-4" aria-hidden />} title={`Answering ${person?.displayName ?? '…'}`} text={quotedText(quoted)}
      label="Do not answer this message" onCancel={onCancel}
    />
  );
}

interface BarProps { readonly icon: ReactNode; readonly title: string; readonly text: string; readonly label: string; readonly onCancel: () => void }

function Bar({ icon, title, text, label, onCancel }: BarProps) {
  return (
    <div className="flex items-center gap-3 border-b border-line py-1 pr-1 pl-4 text-[13px]">
      <span className="text-brass">{icon}</span>
      <p className="min-w-0 flex-1"><span className="block truncate font-semibold">{title}</span><span className="block truncate text-ink-2">{text}</span></p>
      <IconButton label={label} onClick={onCancel} className="size-9"><X className="size-4" aria-hidden /></IconButton>
    </div>
  );
}
