/** Tabs of one origin share the stored outbox; each item is sent by one of them. */
export interface Tab {
  readonly id: string;
  /** Whether another tab still lives. Where that cannot be known: no, because a message sent twice shows once. */
  alive(other: string): Promise<boolean>;
  close(): void;
}

const prefix = 'postrider-tab-';

/** This tab, known to others by a Web Lock it holds until it is gone. */
export function openTab(): Tab {
  const id = crypto.randomUUID();
  const locks = globalThis.navigator?.locks as LockManager | undefined;
  let close = (): void => undefined;
  const closed = new Promise<void>((resolve) => (close = resolve));
  void locks?.request(prefix + id, () => closed);
  return {
    id,
    close,
    alive: async (other) => {
      const held = (await locks?.query())?.held ?? [];
      return held.some(({ name }) => name === prefix + other);
    },
  };
}
