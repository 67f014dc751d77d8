/**
 * The order of cards within a stage (docs/SPEC.md, OR1–OR4): a position is an opaque string, ascending by code unit, so
 * that any client can place a card without asking. Between two positions there is always another.
 */
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/**
 * Among how many positions a writer chooses at random between two cards: two who want the same place at once would
 * otherwise always collide, and one of them try again. More would make positions longer with each insertion.
 */
const SPREAD = 32;

/** Compares positions as the database does: by code unit, not by language. */
export function comparePositions(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * A position between two neighbours; null means that there is none on that side: both null is an empty column. `random`
 * in [0, 1) spreads writers who come at once.
 */
export function positionBetween(above: string | null, below: string | null, random: number): string {
  if (above !== null && below !== null) return pick(above, below, random).position;
  // At an end there is room without end: a step outwards keeps positions short, and leaves a whole step to choose in.
  const inner = generateKeyBetween(above, below);
  const outer = above === null ? generateKeyBetween(null, inner) : generateKeyBetween(inner, null);
  const [low, high] = above === null ? [outer, inner] : [inner, outer];
  const coarse = pick(low, high, random);
  return pick(coarse.position, coarse.next, (random * SPREAD) % 1).position;
}

/** One of the positions between two, and the one after it. */
function pick(low: string, high: string, random: number): { position: string; next: string } {
  const positions = generateNKeysBetween(low, high, SPREAD);
  const chosen = Math.floor(random * SPREAD);
  return { position: positions[chosen]!, next: positions[chosen + 1] ?? high };
}

/** Positions for many cards on top of a column, in their order, at a random distance above what is there. */
export function positionsOnTop(first: string | null, count: number, random: number): string[] {
  const lowest = positionBetween(null, first, random);
  return [...generateNKeysBetween(null, lowest, count - 1), lowest];
}

/** Positions for many cards below everything in a column, in their order, at a random distance from what is there. */
export function positionsBelow(last: string | null, count: number, random: number): string[] {
  const highest = positionBetween(last, null, random);
  return [highest, ...generateNKeysBetween(highest, null, count - 1)];
}
