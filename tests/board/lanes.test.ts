import { laneRows, lanesOf } from '@redress/board/features/lanes/lanes';
import type { LaneOrder } from '@redress/board/features/lanes/lanes';
import { askedIn, laneMeaning } from '@redress/board/features/lanes/lane-meaning';
import { LANE_KINDS } from '@redress/board/features/lanes/lane-kinds';
import type { BoardCard, CardDepartment } from '@redress/board/live/board-card';
import { SEVERITIES, STAGES } from '@redress/domain/rules/vocabulary';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCard } from '../live/board-model/make-card.ts';

const unit = (code: string): CardDepartment => ({ id: code, code, shortName: code, nameZh: code, nameEn: code });
const order: LaneOrder = {
  locale: 'zh-CN',
  departments: ['service', 'logistics', 'warehouse'],
  upper: new Map([
    ['delivery.late', 'delivery'],
    ['delivery.damage', 'delivery'],
    ['quality', 'quality'],
  ]),
};
const anyCard = fc.record({
  stage: fc.constantFrom(...STAGES),
  severity: fc.constantFrom(...SEVERITIES),
  department: fc.option(fc.constantFrom('warehouse', 'logistics', 'service').map(unit)),
  assignee: fc.option(fc.constantFrom({ id: 'm1', name: '王敏' }, { id: 'm2', name: '李雷' })),
  category: fc.option(fc.constantFrom('delivery.late', 'delivery.damage', 'quality').map((code) => ({ code }))),
  isBreached: fc.boolean(),
});

function columnsOf(cards: readonly BoardCard[]) {
  return STAGES.map((stage) => ({ stage, cards: cards.filter((card) => card.stage === stage) }));
}

describe('lanes', () => {
  test('[VW5] whatever they are made by, every card stands in one lane once, in the order of its column', () => {
    fc.assert(
      fc.property(fc.array(anyCard), fc.constantFrom(...LANE_KINDS), (facts, by) => {
        const cards = facts.map((one, i) => makeCard({ id: String(i).padStart(3, '0'), ...one }));
        const lanes = lanesOf(columnsOf(cards), by, order);
        expect(new Set(lanes.map(({ key }) => key)).size).toBe(lanes.length);
        expect(lanes.reduce((sum, { total }) => sum + total, 0)).toBe(cards.length);
        for (const stage of STAGES) {
          const ids = lanes.flatMap(({ cells }) => cells.get(stage) ?? []);
          expect(ids.toSorted()).toEqual(cards.filter((card) => card.stage === stage).map(({ id }) => id));
          for (const { cells } of lanes) expect(cells.get(stage) ?? []).toEqual((cells.get(stage) ?? []).toSorted());
        }
        expect(laneRows(lanes, new Set(lanes.map(({ key }) => key)))).toHaveLength(lanes.length);
      }),
    );
  });

  test('[VW5] what has none comes first, then the gravest, or the company’s order', () => {
    const cards = [
      makeCard({ id: '1', severity: 'GENERAL', department: unit('warehouse') }),
      makeCard({ id: '2', severity: 'URGENT', department: unit('service'), category: { code: 'delivery.late' } }),
      makeCard({ id: '3', severity: 'IMPORTANT', category: { code: 'delivery.damage' } }),
    ];
    const keys = (by: (typeof LANE_KINDS)[number]) => lanesOf(columnsOf(cards), by, order).map(({ key }) => key);
    expect(keys('severity')).toEqual(['URGENT', 'IMPORTANT', 'GENERAL']);
    expect(keys('department')).toEqual(['', 'service', 'warehouse']);
    expect(keys('category')).toEqual(['', 'delivery']);
    const others = ['quality', 'billing'].map((code, i) => makeCard({ id: String(i + 4), category: { code } }));
    const companys = { ...order, upper: new Map([['quality', 'quality'], ...order.upper, ['billing', 'billing']]) };
    const lanes = lanesOf(columnsOf([...cards, ...others]), 'category', companys);
    expect(lanes.map(({ key }) => key)).toEqual(['', 'quality', 'delivery', 'billing']);
  });

  test('[VW6] a drop on another lane assigns, or opens the form that the viewer may use, in the card’s own stage only', () => {
    const can = { viewerCan: { assign: true, route: false, handOff: true, contact: true } };
    const { viewerCan } = can as unknown as Pick<Parameters<typeof laneMeaning>[1], 'viewerCan'>;
    const card = { viewerCan, stage: 'CONFIRMED', department: unit('service') } as const;
    expect(laneMeaning('assignee', card, '', 'CONFIRMED')).toEqual({ kind: 'assigns' });
    const handOff = laneMeaning('department', card, 'warehouse', 'CONFIRMED');
    expect(handOff).toEqual({ kind: 'asks', form: 'hand-off', value: 'warehouse' });
    const router = { ...card, viewerCan: { ...viewerCan, route: true } };
    const routed = laneMeaning('severity', router, 'URGENT', 'CONFIRMED');
    expect(routed.kind === 'asks' && askedIn('severity', routed)).toBe('route:severity=URGENT');
    expect(laneMeaning('severity', { ...router, department: null }, 'URGENT', 'CONFIRMED').kind).toBe('refuses');
    expect(laneMeaning('category', card, 'delivery', 'CONFIRMED').kind).toBe('asks');
    for (const by of LANE_KINDS) expect(laneMeaning(by, router, 'any', 'RESOLVING').kind).toBe('refuses');
    for (const by of LANE_KINDS.filter((kind) => kind !== 'assignee'))
      expect(laneMeaning(by, router, '', 'CONFIRMED').kind).toBe('refuses');
  });
});
