const keys = [
  { key: '/', does: 'Find a person' },
  { key: '@', does: 'In a room: mention somebody' },
  { key: '↑ ↓', does: 'Walk the list or the messages' },
  { key: '↑', does: 'In an empty message: edit your last one' },
  { key: 'R', does: 'On a message: answer it' },
  { key: 'T', does: 'On a message: answer it in a thread' },
  { key: 'P', does: 'On a message: pin or unpin it' },
  { key: 'I', does: 'On a message: who has seen it, reactions, edits' },
  { key: 'E', does: 'On your message: edit it' },
  { key: 'Del', does: 'On your message: delete it' },
  { key: 'Shift Enter', does: 'New line' },
];

/** What the keyboard can do. */
export function Keys() {
  return (
    <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2 text-sm">
      {keys.map(({ key, does }) => (
        <div key={key + does} className="contents">
          <dt><kbd className="rounded border border-line-strong px-1.5 py-0.5 font-mono text-xs">{key}</kbd></dt>
          <dd className="text-ink-2">{does}</dd>
        </div>
      ))}
    </dl>
  );
}
