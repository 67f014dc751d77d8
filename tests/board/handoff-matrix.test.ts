import { handoffMatrix, pairKey, RULING, waitOf } from '@redress/board/features/handoffs/handoff-matrix';
import type { BoardCard, CardDepartment } from '@redress/board/live/board-card';
import type { CardView } from '@redress/board/live/board-view';
import { expect, test } from 'vitest';
import { makeCard } from '../live/board-model/make-card.ts';

const unit = (code: string): CardDepartment => ({ id: code, code, shortName: code, nameZh: code, nameEn: code });
const viewOf = (card: Partial<BoardCard> & { id: string }) =>
  ({ card: makeCard(card), pending: null, notice: null, mark: null }) as unknown as CardView;
const handedOver = (id: string, from: string, to: string, requestedAt: string, more: Partial<BoardCard> = {}) =>
  viewOf({
    id,
    department: unit(from),
    pendingHandoff: { id: `h${id}`, from: unit(from), to: unit(to), requestedAt, reason: null },
    ...more,
  });

test('[VW1] who waits for whom is counted by the pair, the longest waiting first, with what is breached and urgent', () => {
  const views = [
    handedOver('1', 'service', 'logistics', '2026-11-02T09:00:00.000Z', { isBreached: true }),
    handedOver('2', 'service', 'logistics', '2026-11-01T09:00:00.000Z', { severity: 'URGENT' }),
    handedOver('3', 'logistics', 'warehouse', '2026-11-01T08:00:00.000Z'),
    viewOf({ id: '4', department: unit('service'), contestedAt: '2026-11-01T07:00:00.000Z' }),
    viewOf({ id: '5', department: unit('service') }),
  ];
  const matrix = handoffMatrix(
    views.flatMap((view) => waitOf(view) ?? []),
    ['warehouse', 'service', 'logistics'],
  );
  expect(matrix.rows).toEqual(['service', 'logistics']);
  expect(matrix.columns).toEqual(['warehouse', 'logistics', RULING]);
  expect([...matrix.pairs.keys()]).toEqual([
    pairKey('service', RULING),
    pairKey('logistics', 'warehouse'),
    pairKey('service', 'logistics'),
  ]);
  const pair = matrix.pairs.get(pairKey('service', 'logistics'));
  expect(pair?.waits.map(({ view }) => view.card.id)).toEqual(['2', '1']);
  expect(pair).toMatchObject({ breached: 1, urgent: 1 });
});
