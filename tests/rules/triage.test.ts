import { describe, expect, test } from 'vitest';
import { proposeRoute, proposeSeverity } from '@redress/domain/rules/triage';
import type { TriageCategory, TriageFacts, TriageRule } from '@redress/domain/rules/triage';

const category = (code: string, rest: Partial<TriageCategory> = {}): TriageCategory => ({
  code,
  parentCode: null,
  severity: null,
  departmentId: null,
  ...rest,
});

const rule = (id: string, conditions: Partial<TriageRule> = {}): TriageRule => ({
  id,
  categoryPrefix: null,
  channel: null,
  region: null,
  product: null,
  departmentId: `department-of-${id}`,
  ...conditions,
});

const late: TriageFacts = {
  categories: [category('delivery.late'), category('delivery')],
  channel: 'PHONE',
  region: '浙江省杭州市',
  about: '冰箱 BCD-520',
};

const firing = (facts: Partial<TriageFacts>, ...rules: TriageRule[]) =>
  proposeRoute({ ...late, ...facts }, rules)?.ruleId ?? null;

describe('severity', () => {
  test('[TR1] the category’s own comes before its parent’s', () => {
    const parent = category('safety', { severity: 'URGENT' });
    expect(proposeSeverity([category('safety.smell', { severity: 'IMPORTANT' }), parent])).toBe('IMPORTANT');
    expect(proposeSeverity([category('safety.injury'), parent])).toBe('URGENT');
  });

  test('[TR1] GENERAL when nothing is said', () => {
    expect(proposeSeverity([category('delivery.late'), category('delivery')])).toBe('GENERAL');
    expect(proposeSeverity([])).toBe('GENERAL');
  });
});

describe('routing', () => {
  test('[TR2] the first rule that matches decides, and is named', () => {
    const rules = [rule('stores', { channel: 'STORE' }), rule('late', { categoryPrefix: 'delivery' }), rule('any')];
    expect(proposeRoute(late, rules)).toEqual({ departmentId: 'department-of-late', ruleId: 'late' });
  });

  test('[TR2] all conditions of a rule must match; an empty one matches anything', () => {
    const all = { categoryPrefix: 'delivery', channel: 'PHONE', region: '浙江', product: '冰箱' } as const;
    expect(firing({}, rule('all', all))).toBe('all');
    expect(firing({}, rule('none'))).toBe('none');
    const others: Partial<TriageFacts>[] = [
      { categories: [category('quality')] },
      { channel: 'EMAIL' },
      { region: '江苏省' },
      { about: '洗衣机' },
    ];
    for (const other of others) expect(firing(other, rule('all', all))).toBe(null);
  });

  test('[TR2] a rule for a category holds for all below it, and not for one that only begins alike', () => {
    const rules = [rule('late', { categoryPrefix: 'delivery' })];
    expect(firing({ categories: [category('delivery')] }, ...rules)).toBe('late');
    expect(firing({ categories: [category('deliveryman')] }, ...rules)).toBe(null);
    expect(firing({ categories: [] }, ...rules)).toBe(null);
  });

  test('[TR2] a complaint without region or product matches no rule that asks for one', () => {
    expect(firing({ region: null }, rule('region', { region: '浙江' }))).toBe(null);
    expect(firing({ about: null }, rule('product', { product: '冰箱' }))).toBe(null);
  });

  test('[TR2] without a rule the category’s own department is proposed, else its parent’s; no rule fired', () => {
    const own = category('delivery.late', { departmentId: 'logistics' });
    const parent = category('delivery', { departmentId: 'service' });
    expect(proposeRoute({ ...late, categories: [own, parent] }, [])).toEqual({
      departmentId: 'logistics',
      ruleId: null,
    });
    const inherited = [category('delivery.lost'), parent];
    expect(proposeRoute({ ...late, categories: inherited }, [])).toEqual({ departmentId: 'service', ruleId: null });
  });

  test('[TR3] what nothing matches stays unrouted', () => {
    expect(proposeRoute(late, [rule('stores', { channel: 'STORE' })])).toBe(null);
    expect(proposeRoute({ ...late, categories: [] }, [])).toBe(null);
  });
});
