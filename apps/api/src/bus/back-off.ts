const FIRST_MS = 50;
const LONGEST_MS = 5_000;

/**
 * How long to wait before the next try, in milliseconds: doubling up to five seconds, and spread, so that many processes
 * do not come back to a restarted server in one moment.
 *
 * @param failures tries in a row that came to nothing; 0 when a line that stood has just broken.
 * @param random from 0 to 1.
 */
export function backOff(failures: number, random: number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 16));
  return Math.round(longest * (0.5 + random / 2));
}
