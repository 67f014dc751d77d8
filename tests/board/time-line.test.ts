import { REACH_NAMES, REACHES, timeLine } from '@redress/board/features/deadlines/time-line';
import type { CardView } from '@redress/board/live/board-view';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCard } from '../live/board-model/make-card.ts';

const NOW = Date.parse('2026-11-02T09:37:00.000Z');
const HOUR = 3_600_000;

function dueIn(id: number, ms: number, isBreached = false): CardView {
  const startedAt = new Date(NOW - HOUR).toISOString();
  const nextDeadline = { id: `d${id}`, kind: 'CLAIM', startedAt, dueAt: new Date(NOW + ms).toISOString(), isBreached };
  const card = makeCard({ id: String(id), isBreached, nextDeadline: nextDeadline as never });
  return { card, pending: null, notice: null, mark: null } as unknown as CardView;
}

describe('the line of deadlines', () => {
  test('[VW3] a breach, and a moment that has passed, stand before it; the rest stand in the step in which they end', () => {
    const cards = [dueIn(1, -HOUR, true), dueIn(2, -1), dueIn(3, 4 * 60_000), dueIn(4, 90 * 60_000)];
    const line = timeLine(cards, 'hour', NOW, 0);
    expect(line.over.map(({ view }) => view.card.id)).toEqual(['1', '2']);
    expect(line.later).toBe(1);
    const [first] = line.steps;
    expect(new Date(first!.from).toISOString()).toBe('2026-11-02T09:35:00.000Z');
    const step = line.steps.find(({ dues }) => dues.length > 0);
    expect(new Date(step!.from).toISOString()).toBe('2026-11-02T09:40:00.000Z');
  });

  test('[VW3] days begin at the midnight of the wall clock', () => {
    const [first] = timeLine([], 'week', NOW, 8 * HOUR).steps;
    expect(new Date(first!.from).toISOString()).toBe('2026-11-01T16:00:00.000Z');
  });

  test('[VW3] no card is lost or told twice, and the line reaches as far as its name says', () => {
    const ahead = fc.integer({ min: -48 * HOUR, max: 20 * 24 * HOUR });
    fc.assert(
      fc.property(fc.array(fc.tuple(ahead, fc.boolean())), fc.constantFrom(...REACH_NAMES), (all, reach) => {
        const line = timeLine(
          all.map(([ms, isBreached], i) => dueIn(i, ms, isBreached)),
          reach,
          NOW,
          8 * HOUR,
        );
        const shown = line.over.length + line.steps.reduce((sum, { dues }) => sum + dues.length, 0);
        expect(shown + line.later).toBe(all.length);
        expect(line.steps.at(-1)!.to).toBeGreaterThanOrEqual(NOW + REACHES[reach].length);
        for (const { from, to, dues } of line.steps)
          for (const { at } of dues) expect(at >= from && at < to && at > NOW).toBe(true);
      }),
    );
  });
});
