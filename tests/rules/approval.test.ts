import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { APPROVAL_SHAPE, DEFAULT_APPROVAL, approvalBar, approvalRoles } from '@redress/domain/rules/approval';
import { COMPENSATION_SHAPE, DEFAULT_STANDARD, compare } from '@redress/domain/rules/compensation';
import { AMOUNT_LIMIT, amountProblem, minorOf, moneyText } from '@redress/domain/rules/money';
import { resolutionColumns, suits } from '@redress/domain/rules/resolution';
import type { ResolutionFacts } from '@redress/domain/rules/resolution';
import { RESOLUTION_KINDS } from '@redress/domain/rules/vocabulary';
import type { ApprovalState, ResolutionState } from '@redress/domain/rules/vocabulary';
import type { MemberPrincipal } from '@redress/domain/rules/principal';

const kinds = fc.constantFrom(...RESOLUTION_KINDS);
const amounts = fc.integer({ min: 1, max: AMOUNT_LIMIT - 1 });

describe('approvals', () => {
  test('[AP1] more money never takes fewer steps, and they stand in their order', () => {
    fc.assert(
      fc.property(kinds, amounts, amounts, fc.boolean(), (kind, a, b, deviates) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const few = approvalRoles(DEFAULT_APPROVAL, { kind, amountMinor: less, deviates });
        const many = approvalRoles(DEFAULT_APPROVAL, { kind, amountMinor: more, deviates });
        expect(many.slice(0, few.length)).toEqual(few);
        if (deviates) expect(few.length).toBeGreaterThan(0);
        if (kind === 'GIFT' && less > DEFAULT_APPROVAL.giftAboveMinor) expect(few.length).toBeGreaterThan(1);
      }),
    );
    const roles = (kind: 'GIFT' | 'REFUND', amountMinor: number) =>
      approvalRoles(DEFAULT_APPROVAL, { kind, amountMinor, deviates: false });
    expect(roles('REFUND', 50_000)).toEqual([]);
    expect(roles('REFUND', 50_001)).toEqual(['SUPERVISOR']);
    expect(roles('GIFT', 20_001)).toEqual(['SUPERVISOR', 'EXECUTIVE']);
    expect(roles('REFUND', 5_000_001)).toEqual(['SUPERVISOR', 'EXECUTIVE', 'GENERAL_MANAGER']);
  });

  test('[AP3] never who asked, never twice, never out of turn, never a token', () => {
    const member = (id: string, role: 'SUPERVISOR' | 'EXECUTIVE'): MemberPrincipal => ({
      kind: 'MEMBER',
      id,
      sessionId: '',
      name: id,
      roles: [{ role, departmentId: null }],
    });
    const step = { state: 'PENDING', role: 'SUPERVISOR', requestedById: 'asker' } as const;
    const bar = (principal: Parameters<typeof approvalBar>[0], decided: string[] = []) =>
      approvalBar(principal, step, 'proposer', decided);
    expect(bar(member('other', 'SUPERVISOR'))).toBeNull();
    expect(bar(member('asker', 'SUPERVISOR'))).toBe('OWN');
    expect(bar(member('proposer', 'SUPERVISOR'))).toBe('OWN');
    expect(bar(member('other', 'SUPERVISOR'), ['other'])).toBe('TWICE');
    expect(bar(member('other', 'EXECUTIVE'))).toBe('TURN');
    expect(bar({ kind: 'INTEGRATION', id: 'i', name: 'i', scopes: ['ACT'] })).toBe('TURN');
    expect(bar({ kind: 'SYSTEM', name: 'setup' })).toBe('TURN');
  });

  test('[AP6] a ladder goes up, and a standard says each kind once', () => {
    const [low, high, top] = DEFAULT_APPROVAL.steps;
    const ladder = (steps: unknown, currency = 'CNY') =>
      APPROVAL_SHAPE.safeParse({ ...DEFAULT_APPROVAL, steps, currency }).error?.issues[0]?.message;
    expect(ladder([low, high, top])).toBeUndefined();
    expect(ladder([low])).toBe('approvalTwoSteps');
    expect(ladder([high, low])).toBe('approvalOutOfOrder');
    expect(ladder([low, { ...high, aboveMinor: 1 }])).toBe('approvalAmountsFall');
    expect(ladder([low, { ...high, aboveMinor: 1.5 }])).toBe('numberNotWhole');
    expect(ladder([low, high], 'XQZ')).toBe('unknownCurrency');
    const [line] = DEFAULT_STANDARD.lines;
    const standard = (lines: unknown) => COMPENSATION_SHAPE.safeParse({ lines }).error?.issues[0]?.message;
    expect(standard(DEFAULT_STANDARD.lines)).toBeUndefined();
    expect(standard([])).toBe('required');
    expect(standard([line, line])).toBe('standardTwice');
    expect(standard([{ ...line, kind: 'APOLOGY' }])).toBe('amountNotOfKind');
    expect(standard([{ ...line, basis: 'PERCENT', value: 1_001 }])).toBe('percentTooLarge');
    expect(standard([{ ...line, value: 0 }])).toBe('numberTooSmall');
  });
});

describe('amounts and standards', () => {
  test('[RS3] an amount is whole, above zero and below the limit', () => {
    for (const minor of [0, -1]) expect(amountProblem(minor)).toBe('amountTooSmall');
    expect(amountProblem(AMOUNT_LIMIT)).toBe('amountTooLarge');
    expect(amountProblem(1.5)).toBe('amountNotWhole');
    expect(amountProblem(Number.NaN)).toBe('amountNotWhole');
    fc.assert(
      fc.property(amounts, (minor) => {
        expect(amountProblem(minor)).toBeNull();
        expect(minorOf((minor / 100).toFixed(2), 'CNY')).toBe(minor);
      }),
    );
    expect(minorOf('1,200.50', 'CNY')).toBe(120_050);
    expect(minorOf('￥３００', 'CNY')).toBe(30_000);
    expect(minorOf('300', 'JPY')).toBe(300);
    for (const none of ['', 'a lot', '1.234', '1e3']) expect(minorOf(none, 'CNY')).toBeNull();
    expect(moneyText(120_050, 'CNY', 'en')).toContain('1,200.50');
  });

  test('[RS5] what leaves the standard deviates', () => {
    const standard = {
      lines: [
        { kind: 'REFUND', basis: 'PERCENT', value: 50 },
        { kind: 'GOODWILL', basis: 'UP_TO', value: 100 },
        { kind: 'GIFT', basis: 'FIXED', value: 100 },
      ],
    } as const;
    const of = (
      kind: 'REFUND' | 'GOODWILL' | 'GIFT' | 'COMPENSATION',
      amountMinor: number,
      orderMinor: number | null,
    ) => compare({ lines: [...standard.lines] }, { kind, amountMinor, orderMinor });
    expect(of('REFUND', 50, 100)).toEqual({ standardMinor: 50, deviates: false });
    expect(of('REFUND', 51, 101)).toEqual({ standardMinor: 50, deviates: true });
    expect(of('REFUND', 51, null)).toBe('ORDER_NEEDED');
    expect(of('GOODWILL', 100, null)).toEqual({ standardMinor: 100, deviates: false });
    expect(of('GIFT', 99, null)).toEqual({ standardMinor: 100, deviates: true });
    expect(of('COMPENSATION', 99, null)).toEqual({ standardMinor: null, deviates: false });
    expect(compare(null, { kind: 'GIFT', amountMinor: 1, orderMinor: null })).toMatchObject({ deviates: false });
  });

  test('[RS2] without a fault nothing is owed', () => {
    const given = RESOLUTION_KINDS.filter((kind) => suits('UNFOUNDED', kind));
    expect(given).toEqual(['GOODWILL', 'APOLOGY', 'EXPLANATION']);
    for (const validity of ['UNDETERMINED', 'FOUNDED', 'PARTLY_FOUNDED'] as const)
      for (const kind of RESOLUTION_KINDS) expect(suits(validity, kind)).toBe(true);
  });

  test('[RS8] the columns count what the rows say', () => {
    const states: ResolutionState[] = [
      'DRAFT',
      'OFFERED',
      'PROPOSED',
      'ACCEPTED',
      'CARRIED_OUT',
      'REFUSED',
      'WITHDRAWN',
    ];
    const approvals: ApprovalState[] = ['NOT_NEEDED', 'PENDING', 'APPROVED', 'REJECTED'];
    const row: fc.Arbitrary<ResolutionFacts> = fc.record({
      id: fc.uuid(),
      state: fc.constantFrom(...states),
      approval: fc.constantFrom(...approvals),
      offerId: fc.constant(null),
      offeredAt: fc.option(fc.date({ noInvalidDate: true })),
      answerUntil: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const columns = resolutionColumns(rows);
        expect(columns.resolutionsOpen).toBeLessThanOrEqual(columns.resolutionsAgreed);
        expect(columns.offeredAt === null).toBe(rows.every(({ offeredAt }) => offeredAt === null));
      }),
    );
    expect(resolutionColumns([])).toEqual({
      offeredAt: null,
      resolutionsAgreed: 0,
      resolutionsUnapproved: 0,
      resolutionsOpen: 0,
    });
  });
});
