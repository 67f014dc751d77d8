const FIRST_MS = 300;
const LONGEST_MS = 8_000;

/**
 * How long to wait before the next try, in milliseconds: doubling, up to eight seconds, and spread at random so
 * that a thousand boards don't come back to a restarted server in one moment.
 * @param failures how often it has failed in a row, 1 for the first
 * @param random a number from 0 to 1
 */
export function backoffMs(failures: number, random: number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 16));
  return Math.round(longest / 2 + (longest / 2) * random);
}
