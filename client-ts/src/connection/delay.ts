/** A number in [0, 1); `Math.random` unless a test gives another. */
export type Random = () => number;

const firstMillis = 500;
const backoffMillisMax = 30_000;
const floorMillis = 50;

/** Full jitter: anything up to twice the last bound, so that a crowd that lost its node does not come back as one. */
export function backoffMillis(attempt: number, random: Random): number {
  const bound = Math.min(backoffMillisMax, firstMillis * 2 ** Math.min(attempt, 16));
  return floorMillis + Math.floor(random() * bound);
}

/** When history is behind: 1, 2, 4 … 30 s, each give or take a quarter. */
export function askAgainMillis(asked: number, random: Random): number {
  const bound = Math.min(30_000, 1_000 * 2 ** Math.min(asked, 5));
  return Math.floor(bound * (0.75 + random() / 2));
}
