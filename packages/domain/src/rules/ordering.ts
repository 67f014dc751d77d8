/**
 * The order of cards within a stage (docs/SPEC.md, OR1–OR4): a position is an opaque string, ascending by code unit, so
 * that any client can place a card without asking. Between two positions there is always another.
 */
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/** How far apart cards that are put on top may land: without it, two at once always want the same position. */
const SPREAD = 8;

/** Compares positions as the database does: by code unit, not by language. */
export function comparePositions(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A position between two neighbours; null means that there is none on that side. */
export function positionBetween(above: string | null, below: string | null): string {
  return generateKeyBetween(above, below);
}

/**
 * A position above everything in the column. `random` in [0, 1) spreads writers that come at once, so that they don't
 * all collide and try again.
 */
export function positionOnTop(first: string | null, random: number): string {
  return positionsOnTop(first, 1, random)[0]!;
}

/**
 * Positions for many cards on top of a column, in their order, at a random distance above what is there (`random` in
 * [0, 1) as for `positionOnTop`).
 */
export function positionsOnTop(first: string | null, count: number, random: number): string[] {
  const gap = Math.floor(random * SPREAD);
  return generateNKeysBetween(null, first, count + gap).slice(0, count);
}
