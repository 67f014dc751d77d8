/**
 * The order of cards within a stage (docs/SPEC.md, OR1–OR4): a position is an opaque string, ascending by code unit, so
 * that any client can place a card without asking. Between two positions there is always another.
 */
import { generateNKeysBetween } from 'fractional-indexing';

/**
 * Among how many positions a writer chooses at random: two who want the same place at once would otherwise always
 * collide, and one of them try again.
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
  return generateNKeysBetween(above, below, SPREAD)[Math.floor(random * SPREAD)]!;
}

/** Positions for many cards on top of a column, in their order, at a random distance above what is there. */
export function positionsOnTop(first: string | null, count: number, random: number): string[] {
  const gap = Math.floor(random * SPREAD);
  return generateNKeysBetween(null, first, count + gap).slice(0, count);
}

/** Positions for many cards below everything in a column, in their order, at a random distance from what is there. */
export function positionsBelow(last: string | null, count: number, random: number): string[] {
  const gap = Math.floor(random * SPREAD);
  return generateNKeysBetween(last, null, count + gap).slice(gap);
}
