import type { Client, Readable } from '@postrider/client';

/**
 * Whether the server ended the session while the page was open; forgotten with the next connection. It listens from the
 * start on: the client goes on to `signed-out` at once, and whoever came later would miss the reason.
 */
export class SessionEnd implements Readable<boolean> {
  readonly #listeners = new Set<() => void>();
  #ended = false;

  readonly getSnapshot = (): boolean => this.#ended;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Listens until the returned function is called. */
  follow({ connection }: Pick<Client, 'connection'>): () => void {
    return connection.subscribe(() => {
      const state = connection.getSnapshot();
      if (state.is === 'stopped' && state.because === 'session-ended') this.#set(true);
      if (state.is === 'connecting') this.#set(false);
    });
  }

  #set(ended: boolean): void {
    if (ended === this.#ended) return;
    this.#ended = ended;
    this.#listeners.forEach((listener) => listener());
  }
}
