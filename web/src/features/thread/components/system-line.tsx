'use client';

import { assertNever, type SystemEntry, type UserId } from '@postrider/client';
import { usePerson } from '@/features/person/hooks/use-person';

/** A line about the conversation itself. */
export function SystemLine({ entry: { line } }: { readonly entry: SystemEntry }) {
  const by = useName(line.from);
  const whom = useName(line.type === 'joined' ? line.users[0] : line.type === 'room' ? undefined : line.user);
  return <p className="py-1.5 text-center text-[13px] text-ink-3">{text()}</p>;

  function text(): string {
    switch (line.type) {
      case 'joined': return line.users.length > 1 ? `${by} brought in ${line.users.length} people` : `${whom} joined`;
      case 'left': return line.reason === 'left' ? `${whom} left` : `${whom} is no longer here`;
      case 'role': return `${by} made ${whom} ${line.role}`;
      case 'room': return line.changed.name ? `${by} named this conversation ${line.changed.name}` : `${by} changed the settings`;
      default: return assertNever(line);
    }
  }
}

function useName(id: UserId | undefined): string {
  return usePerson(id)?.displayName ?? 'Somebody';
}
