import { placeAtSlot } from '@redress/board/features/board/drop-place';
import { moveVerdict } from '@redress/board/features/board/move-verdict';
import type { ShownCard } from '@redress/board/live/board-card';
import { insertAtPlace } from '@redress/board/live/overlay';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCard } from '../live/board-model/make-card.ts';

const everything = {
  claim: true,
  move: true,
  handOff: true,
  assign: true,
  route: true,
  contact: true,
  answerHandoff: false,
  withdrawHandoff: false,
  rule: false,
  investigate: true,
};
const department = { id: 'd', code: 'logistics', shortName: '物流', nameZh: '物流配送', nameEn: 'Logistics' };
const complete: ShownCard = {
  ...makeCard({
    id: 'c',
    stage: 'CONFIRMED',
    category: { code: 'delivery.late' },
    department,
    isClaimed: true,
    unmet: [],
    factsConfirmedAt: '2026-11-01T08:00:00.000Z',
    firstContactAt: '2026-11-01T08:00:00.000Z',
  }),
  viewerCan: { ...everything, override: false },
};

describe('what a column says to a carried card', () => {
  test('[BS23] it says what the server will ask for, before the drop', () => {
    expect(moveVerdict(complete, 'INVESTIGATING')).toEqual({ kind: 'free' });
    expect(moveVerdict(complete, 'CONFIRMED')).toEqual({ kind: 'free' });
    expect(moveVerdict({ ...complete, isClaimed: false, firstContactAt: null }, 'INVESTIGATING')).toEqual({
      kind: 'asks',
      missing: ['CLAIM', 'FIRST_RESPONSE'],
      needsReason: false,
      canOverride: false,
    });
    expect(moveVerdict(complete, 'RECEIVED')).toMatchObject({ kind: 'asks', missing: [], needsReason: true });
    expect(moveVerdict(complete, 'CLOSED')).toEqual({ kind: 'refused', refusal: 'NOT_A_STEP' });
  });

  test('[BS23] a coordinator is offered the waiver, where there is one', () => {
    const coordinator = { ...complete, isClaimed: false, viewerCan: { ...everything, override: true } };
    expect(moveVerdict(coordinator, 'INVESTIGATING')).toMatchObject({ kind: 'asks', canOverride: true });
    expect(moveVerdict(coordinator, 'FOLLOWING_UP')).toMatchObject({ kind: 'asks', canOverride: true });
    expect(moveVerdict(coordinator, 'CLOSED')).toEqual({ kind: 'refused', refusal: 'NOT_A_STEP' });
  });

  test('[BS23] who may not move it is told so, everywhere', () => {
    const reader = { ...complete, viewerCan: { ...everything, move: false, override: false } };
    expect(moveVerdict(reader, 'INVESTIGATING')).toEqual({ kind: 'refused', refusal: 'NOT_PERMITTED' });
  });
});

describe('slots', () => {
  const ids = ['a', 'b', 'c'];

  test('[BS24] a slot is said by neighbours, and the card’s own slots mean that it stays', () => {
    expect(placeAtSlot(ids, 'x', 0)).toEqual({ afterId: null, beforeId: 'a' });
    expect(placeAtSlot(ids, 'x', 3)).toEqual({ afterId: 'c', beforeId: null });
    expect(placeAtSlot([], 'x', 0)).toEqual({ afterId: null, beforeId: null });
    expect(placeAtSlot(ids, 'b', 1)).toBeNull();
    expect(placeAtSlot(ids, 'b', 2)).toBeNull();
    expect(placeAtSlot(ids, 'b', 0)).toEqual({ afterId: null, beforeId: 'a' });
  });

  test('[BS24] the place of a slot puts the card between the cards it was dropped between', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 12 }),
        fc.nat(),
        fc.nat(),
        (all, at, pick) => {
          const slot = at % (all.length + 1);
          const card = pick % 2 === 0 ? 'new card' : (all[pick % Math.max(1, all.length)] ?? 'new card');
          const place = placeAtSlot(all, card, slot);
          const without = all.filter((id) => id !== card);
          const expected = [
            ...all.slice(0, slot).filter((id) => id !== card),
            card,
            ...all.slice(slot).filter((id) => id !== card),
          ];
          if (place !== null) insertAtPlace(without, card, place);
          expect(place === null ? all : without).toEqual(expected);
        },
      ),
    );
  });
});
