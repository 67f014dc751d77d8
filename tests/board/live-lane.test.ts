import { BURST_MS, LANE_LENGTH, withEvent } from '@redress/board/live/live-lane';
import type { LaneItem } from '@redress/board/live/live-lane';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const department = (code: string) => ({ id: code, code, shortName: code, nameZh: code, nameEn: code });
let cursors = 0;

const event = (type: string, id: string, at = 'logistics', to: string | null = null) =>
  ({
    kind: 'complaint',
    type,
    cursor: String((cursors += 1)),
    card: { id, number: id, subject: '', department: department(at), pendingHandoff: to && { to: department(to) } },
  }) as never;

const words = (lane: readonly LaneItem[]) =>
  lane.map(({ kind, department: of, cards }) => `${kind} ${of?.code} ${cards.map(({ id }) => id).join()}`);

describe('the live lane', () => {
  test('[LN1] tells of handoffs and breaches, the newest first, and of nothing else', () => {
    let lane: readonly LaneItem[] = [];
    lane = withEvent(lane, event('HandoffRequested', 'a', 'logistics', 'warehouse'), 1);
    lane = withEvent(lane, event('ComplaintMoved', 'b'), 2);
    lane = withEvent(lane, event('DeadlineBreached', 'c'), 3);
    lane = withEvent(lane, event('HandoffDeclined', 'a'), 4);
    expect(words(lane)).toEqual(['declined logistics a', 'breached logistics c', 'asked warehouse a']);
    expect(withEvent(lane, event('toString', 'a'), 5)).toBe(lane);
  });

  test('[LN2] a burst in one department is one item, whatever comes between; later ones begin another', () => {
    let lane: readonly LaneItem[] = [];
    for (const id of ['a', 'b', 'a']) lane = withEvent(lane, event('DeadlineBreached', id), 0);
    const [{ key }] = lane as [LaneItem];
    lane = withEvent(lane, event('DeadlineBreached', 'z', 'warehouse'), 0);
    lane = withEvent(lane, event('DeadlineBreached', 'c'), BURST_MS);
    expect(words(lane)).toEqual(['breached logistics c,a,b', 'breached warehouse z']);
    expect(lane[0]?.key).toBe(key);
    lane = withEvent(lane, event('DeadlineBreached', 'd'), 2 * BURST_MS + 1);
    expect(words(lane)[0]).toBe('breached logistics d');
  });

  test('[LN2] whatever comes, the lane stays short, its keys differ, and the newest stands first', () => {
    const types = fc.constantFrom('DeadlineBreached', 'HandoffRequested', 'HandoffAccepted', 'HandoffDeclined');
    const step = fc.tuple(
      types,
      fc.constantFrom('a', 'b', 'c'),
      fc.string({ minLength: 1, maxLength: 2 }),
      fc.nat(30_000),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        let lane: readonly LaneItem[] = [];
        let now = 0;
        for (const [type, id, at, pause] of steps) {
          now += pause;
          lane = withEvent(lane, event(type, id, at), now);
          expect(lane[0]).toMatchObject({ at: now, cards: expect.arrayContaining([expect.objectContaining({ id })]) });
        }
        expect(lane.length).toBeLessThanOrEqual(LANE_LENGTH);
        expect(new Set(lane.map(({ key }) => key)).size).toBe(lane.length);
        expect(lane.map(({ at }) => at)).toEqual(lane.map(({ at }) => at).sort((x, y) => y - x));
      }),
    );
  });
});
