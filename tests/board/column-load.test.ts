import { adoptStages } from '@redress/board/app/stages';
import { isFull } from '@redress/board/features/board/column-load';
import { moveVerdict } from '@redress/board/features/board/move-verdict';
import type { ShownCard } from '@redress/board/live/board-card';
import type { BoardStore } from '@redress/board/live/board-store';
import { expect, test } from 'vitest';
import './first-texts.ts';
import { makeCard } from '../live/board-model/make-card.ts';

const logistics = { id: 'd', code: 'logistics', shortName: '物流', nameZh: '物流', nameEn: 'Logistics' };
const card = {
  ...makeCard({ id: 'a', category: { code: 'delivery' }, department: logistics }),
  viewerCan: { move: true, override: false },
} as unknown as ShownCard;
/** A store of which the test needs a column's total and its cards alone. */
const storeWith = (total: number, ids: string[]) =>
  ({ column: () => ({ total, ids }), card: () => ({ card }) }) as unknown as BoardStore;

test('[WL5] a column says that it is full before the drop, by what it shows and never by more', () => {
  const wip = { column: 3, department: 0, departments: [{ departmentCode: 'logistics', limit: 2 }], enforced: true };
  adoptStages([{ stage: 'CONFIRMED', nameZh: '受理', nameEn: 'Confirmed', required: [], wip }]);
  expect(isFull(storeWith(1, ['b']), card, 'CONFIRMED')).toBe(false);
  expect(isFull(storeWith(2, ['b', 'c']), card, 'CONFIRMED')).toBe(true);
  expect(isFull(storeWith(3, []), card, 'CONFIRMED')).toBe(true);
  expect(moveVerdict(card, 'CONFIRMED', true)).toEqual({ kind: 'refused', refusal: 'WIP_LIMIT' });
  const coordinator = { ...card, viewerCan: { ...card.viewerCan, override: true } };
  expect(moveVerdict(coordinator, 'CONFIRMED', true)).toMatchObject({ kind: 'asks', canOverride: true });

  adoptStages([
    { stage: 'CONFIRMED', nameZh: '受理', nameEn: 'Confirmed', required: [], wip: { ...wip, enforced: false } },
  ]);
  expect(isFull(storeWith(9, []), card, 'CONFIRMED')).toBe(false);
  adoptStages([]);
});
