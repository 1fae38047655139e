/** Time as this package sees it; the platform's own unless a test gives another. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs the task once after so many milliseconds unless the returned function was called before. */
  after(millis: number, task: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (millis, task) => {
    const timer = setTimeout(task, millis);
    return () => clearTimeout(timer);
  },
};
