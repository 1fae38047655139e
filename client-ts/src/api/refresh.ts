/** Runs a task while no other tab of this origin does; where the browser has no locks it just runs. */
export type Exclusive = <T>(name: string, task: () => Promise<T>) => Promise<T>;

/** Web Locks where present. */
export function webLocks(): Exclusive {
  return (name, task) => {
    const locks = globalThis.navigator?.locks as LockManager | undefined;
    return locks ? (locks.request(name, task) as ReturnType<typeof task>) : task();
  };
}

/**
 * One refresh at a time: calls that ask while one is under way share its answer, and tabs take turns, so that the
 * token just replaced is used at most by a tab that was already on its way (the server honours it for 30 s).
 */
export class SingleFlight<T> {
  #running: Promise<T> | undefined;

  constructor(
    private readonly name: string,
    private readonly exclusive: Exclusive,
    private readonly task: () => Promise<T>,
  ) {}

  run(): Promise<T> {
    this.#running ??= this.exclusive(this.name, this.task).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }
}
