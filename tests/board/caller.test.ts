import { callerBy, likeliestFirst, mayBeSameMatter, typedSoFar } from '@redress/board/features/register/caller';
import { EMPTY_FIELDS } from '@redress/board/features/register/register-fields';
import { describe, expect, test } from 'vitest';

describe('the caller at the form', () => {
  test('[LK7] is looked up by the whole number, without one by the order', () => {
    expect(callerBy({ phone: '138 1234 567', about: '' })).toBe(null);
    expect(callerBy({ phone: '+86 138 1234 5678', about: 'YL-40429013' })).toEqual({ phone: '13812345678' });
    expect(callerBy({ phone: '138', about: '订单 YL-40429013' })).toEqual({ orderNumber: 'YL40429013' });
  });

  test('[LK7] open cases of the chosen category, or of one beside it, may be the same matter, and come first', () => {
    const late = { stage: 'RESOLVING', category: { code: 'delivery.late', parent: { code: 'delivery' } } } as const;
    const price = { stage: 'RECEIVED', category: { code: 'price', parent: null } } as const;
    expect(mayBeSameMatter(late, 'delivery.damaged')).toBe(true);
    expect(mayBeSameMatter(late, 'delivery')).toBe(true);
    expect(mayBeSameMatter(late, 'deliveryman')).toBe(false);
    expect(mayBeSameMatter(late, '')).toBe(false);
    expect(mayBeSameMatter({ ...late, stage: 'CLOSED' }, 'delivery.late')).toBe(false);
    expect(likeliestFirst([price, late], 'delivery.late')).toEqual([late, price]);
  });

  test('[LK8] what was typed goes along as it is', () => {
    expect(typedSoFar({ ...EMPTY_FIELDS, subject: ' 又没送到 ', demand: '今天送到' })).toBe('又没送到\n今天送到');
  });
});
