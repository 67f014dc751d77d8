import { undoing, undoOf } from '@redress/board/features/board/undo';
import type { BoardStore } from '@redress/board/live/board-store';
import type { BoardAction } from '@redress/board/live/transport';
import { STAGES } from '@redress/domain/rules/vocabulary';
import { describe, expect, test } from 'vitest';
import { makeCard } from '../live/board-model/make-card.ts';

const place = { afterId: null, beforeId: null };
const move = (toStage: (typeof STAGES)[number]): BoardAction => ({
  kind: 'move',
  cardId: '1',
  toStage,
  place,
  expectedVersion: 1,
  reason: null,
  override: false,
});

describe('taking back', () => {
  test('[UN1] a move leads back to where the card stood, except from where the customer is asked or the case is over', () => {
    for (const from of STAGES) {
      for (const to of STAGES) {
        const before = makeCard({ id: '1', stage: from, position: 'k' });
        const undo = undoOf(move(to), before, { ...before, stage: to, position: 'p', version: 7 });
        const isForGood = from !== to && [from, to].some((stage) => stage === 'FOLLOWING_UP' || stage === 'CLOSED');
        if (isForGood) expect(undo).toBeNull();
        else expect(undo).toMatchObject({ version: 7, stage: to, back: { toStage: from, position: 'k' } });
      }
    }
  });

  test('[UN1] an assignment goes back to who had it before; a claim and an answer to a colleague stay', () => {
    const assignee = { id: 'm1', name: '王敏' };
    const before = makeCard({ id: '1', assignee });
    const after = { ...before, assignee: null };
    const assign: BoardAction = { kind: 'assign', cardId: '1', assignee: null, expectedVersion: 1 };
    expect(undoOf(assign, before, after)?.back).toEqual({ kind: 'assign', assignee });
    expect(undoOf({ kind: 'claim', cardId: '1' }, before, after)).toBeNull();
    expect(undoOf({ kind: 'accept', cardId: '1', handoffId: 'h' }, before, after)).toBeNull();
  });

  test('[UN2] it goes back to its place among those that stand there now, and stays when somebody has gone on', () => {
    const before = makeCard({ id: '1', stage: 'CONFIRMED', position: 'k' });
    const after = { ...before, stage: 'RECEIVED' as const, position: 'p', version: 7 };
    const undo = undoOf(move('RECEIVED'), before, after)!;
    const others = ['a', 'm'].map((position) => makeCard({ id: position, stage: 'CONFIRMED', position }));
    const mayAll = { move: true, assign: true };
    const storeWith = (now: typeof after) =>
      ({
        told: (id: string) => ({ ...[now, ...others].find((card) => card.id === id)!, viewerCan: mayAll }),
        column: () => ({ ids: others.map(({ id }) => id) }),
      }) as unknown as BoardStore;
    const ready = { ...after, category: { code: 'any' }, department: { code: 'x' } as never };
    const action = undoing(undo, storeWith(ready), 'why');
    expect(action).toMatchObject({ kind: 'move', toStage: 'CONFIRMED', place: { afterId: 'a' }, expectedVersion: 7 });
    expect(undoing(undo, storeWith({ ...ready, version: 8 }), 'why')).toBeNull();
    expect(undoing(undo, storeWith({ ...after, category: null }), 'why')).toBeNull();
  });
});
