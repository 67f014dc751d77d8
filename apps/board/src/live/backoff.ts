/** How long to wait after the first failure, and at most, in milliseconds. */
export interface Pause {
  firstMs: number;
  longestMs: number;
}

/** Where no answer came, it is a matter of seconds. */
const UNANSWERED: Pause = { firstMs: 300, longestMs: 8_000 };
/** Where the server says that it failed, it will for a while: a board asks that nobody looks at, too. */
export const SERVER_FAILED: Pause = { firstMs: 5_000, longestMs: 60_000 };

/**
 * How long to wait before the next try, in milliseconds: doubling, up to the longest pause, and spread at random so
 * that a thousand boards don't come back to a restarted server in one moment.
 * @param failures how often it has failed in a row, 1 for the first
 * @param random a number from 0 to 1
 */
export function backoffMs(failures: number, random: number, { firstMs, longestMs } = UNANSWERED): number {
  const longest = Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 16));
  return Math.round(longest / 2 + (longest / 2) * random);
}
