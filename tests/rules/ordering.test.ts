import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePositions, positionBetween, positionsBelow, positionsOnTop } from '@redress/domain/rules/ordering';

/** Where each insertion goes, and the number in [0, 1) that the writer drew. */
const insertions = fc.array(
  fc.record({ spot: fc.nat(), random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }) }),
  { maxLength: 60 },
);

const isAscending = (column: readonly string[]) =>
  column.every((position, i) => i === 0 || comparePositions(column[i - 1]!, position) < 0);

/** A column after inserting at these spots, in turn. */
function build(spots: readonly { spot: number; random: number }[]): string[] {
  const column: string[] = [];
  for (const { spot, random } of spots) {
    const at = spot % (column.length + 1);
    column.splice(at, 0, positionBetween(column[at - 1] ?? null, column[at] ?? null, random));
  }
  return column;
}

describe('order', () => {
  test('[OR2] positions ascend strictly by code unit, wherever cards are put', () => {
    fc.assert(fc.property(insertions, (spots) => isAscending(build(spots))));
  });

  test('[OR2] by code unit is what a plain sort and the database do: no language has a say', () => {
    fc.assert(
      fc.property(insertions, (spots) => {
        const column = build(spots);
        expect([...column].reverse().sort()).toEqual(column);
        expect(column.every((position) => /^[\x21-\x7e]+$/.test(position))).toBe(true);
      }),
    );
  });

  test.each([
    ['between two cards', 'a0', 'a1', 32],
    ['on top', null, 'a0', 1_024],
    ['at the end', 'a0', null, 1_024],
  ] as const)('[OR2] writers who draw apart get different places %s', (_where, above, below, writers) => {
    const places = Array.from({ length: writers }, (_, i) => positionBetween(above, below, i / writers));
    expect(new Set(places).size).toBe(writers);
    const column = [above ?? [], ...places, below ?? []].flat();
    expect(isAscending(column)).toBe(true);
  });

  test('[OR2] cards that come together keep their order, above or below all that is there', () => {
    const count = fc.integer({ min: 1, max: 120 });
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(insertions, count, random, (spots, many, drawn) => {
        const column = build(spots);
        const onTop = positionsOnTop(column[0] ?? null, many, drawn);
        const below = positionsBelow(column.at(-1) ?? onTop.at(-1)!, many, drawn);
        expect([onTop.length, below.length]).toEqual([many, many]);
        expect(isAscending([...onTop, ...column, ...below])).toBe(true);
      }),
    );
  });
});

describe('room', () => {
  const THOUSAND = 1_000;
  /** Half of what an index of PostgreSQL takes as a key; a card carries its position to every browser, too. */
  const WORST_LENGTH = 1_350;
  /** With draws that are spread as random ones are. */
  const USUAL_LENGTH = 300;

  /** Inserts a thousand cards, each beside the last; `spot` says where in the column of so many cards. */
  function fill(spot: (length: number, i: number) => number, random: (i: number) => number): string[] {
    const column = ['a0', 'a1'];
    for (let i = 0; i < THOUSAND; i++) {
      const at = spot(column.length, i);
      column.splice(at, 0, positionBetween(column[at - 1] ?? null, column[at] ?? null, random(i)));
    }
    return column;
  }

  test.each([
    ['directly below one card', () => 1],
    ['directly above one card', (length: number) => length - 1],
    ['on top', () => 0],
    ['at the end', (length: number) => length],
    ['by turns above and below', (length: number, i: number) => (i % 2 === 0 ? 1 : length - 1)],
    ['ever in the middle', (length: number) => length >> 1],
  ] as const)('[OR4] a thousand insertions %s keep the order, and positions short', (_where, spot) => {
    const longest = (column: readonly string[]) => Math.max(...column.map((position) => position.length));
    const spread = fill(spot, (i) => (i * 0.618_034) % 1);
    expect(isAscending(spread)).toBe(true);
    expect(longest(spread)).toBeLessThan(USUAL_LENGTH);
    for (const drawn of [0, 0.5, 1 - Number.EPSILON]) {
      const column = fill(spot, () => drawn);
      expect(isAscending(column)).toBe(true);
      expect(longest(column)).toBeLessThan(WORST_LENGTH);
    }
  });
});
