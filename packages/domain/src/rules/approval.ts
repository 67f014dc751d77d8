/**
 * Who approves a resolution before the customer hears of it (docs/SPEC.md, AP1–AP6): a ladder of roles by the amount.
 * Nobody approves what they asked for, and nobody stands on the ladder twice.
 */
import { z } from 'zod';
import { AMOUNT_LIMIT, CURRENCY_CODE } from './money.ts';
import { hasRole } from './principal.ts';
import type { Principal } from './principal.ts';
import type { ApprovalState, ResolutionKind } from './vocabulary.ts';

/** From the lowest. */
export const APPROVAL_ROLES = ['SUPERVISOR', 'EXECUTIVE', 'GENERAL_MANAGER'] as const;
export type ApprovalRole = (typeof APPROVAL_ROLES)[number];

export interface ApprovalStep {
  role: ApprovalRole;
  /** Amounts above this take the role's approval, after that of the steps before it. */
  aboveMinor: number;
}

/** The value of the policy of kind `approval`. Its key is COMPANY. */
export interface ApprovalPolicy {
  /** What all amounts of the company are in. */
  currency: string;
  /** From the lowest; at least two. */
  steps: ApprovalStep[];
  /** Gifts above this take two steps at least. */
  giftAboveMinor: number;
}

const amount = z
  .number('invalid')
  .min(0, 'numberTooSmall')
  .max(AMOUNT_LIMIT - 1, 'numberTooLarge')
  .int('numberNotWhole');

/** The messages are keys of the contract's catalogue. */
export const APPROVAL_SHAPE: z.ZodType<ApprovalPolicy> = z.strictObject(
  {
    currency: z.string('invalid').regex(CURRENCY_CODE, 'unknownCurrency').refine(isCurrency, 'unknownCurrency'),
    steps: z
      .array(z.strictObject({ role: z.enum(APPROVAL_ROLES, 'invalid'), aboveMinor: amount }, 'invalid'), 'invalid')
      .min(2, 'approvalTwoSteps')
      .superRefine((steps, context) => {
        steps.forEach(({ role, aboveMinor }, i) => {
          const before = steps[i - 1];
          if (before === undefined) return;
          if (APPROVAL_ROLES.indexOf(role) <= APPROVAL_ROLES.indexOf(before.role))
            context.addIssue({ code: 'custom', path: [i, 'role'], message: 'approvalOutOfOrder' });
          if (aboveMinor < before.aboveMinor)
            context.addIssue({ code: 'custom', path: [i, 'aboveMinor'], message: 'approvalAmountsFall' });
        });
      }),
    giftAboveMinor: amount,
  },
  'invalid',
);

function isCurrency(code: string): boolean {
  if (!CURRENCY_CODE.test(code)) return false;
  return Intl.supportedValuesOf('currency').includes(code);
}

/** What of a resolution decides who approves it. */
export interface Approvable {
  kind: ResolutionKind;
  amountMinor: number | null;
  /** It leaves the standard of its category. */
  deviates: boolean;
}

/** The roles whose approval it takes, in their order; none when it is within what anybody may give. */
export function approvalRoles({ steps, giftAboveMinor }: ApprovalPolicy, asked: Approvable): ApprovalRole[] {
  const { kind, amountMinor, deviates } = asked;
  const byAmount = amountMinor === null ? 0 : steps.filter(({ aboveMinor }) => amountMinor > aboveMinor).length;
  const forGift = kind === 'GIFT' && (amountMinor ?? 0) > giftAboveMinor ? 2 : 0;
  return steps.slice(0, Math.max(byAmount, forGift, deviates ? 1 : 0)).map(({ role }) => role);
}

/** A step of an approval, as far as it matters who may decide it. */
export interface ApprovalFacts {
  state: ApprovalState;
  role: string;
  requestedById: string | null;
}

/** Why somebody may not decide a step; null when they may. OWN: they asked for it; TWICE: they stand on the ladder. */
export type ApprovalBar = 'TURN' | 'OWN' | 'TWICE';

/**
 * Whether the principal may decide this step, whose turn it is. `proposedById`: who proposed what is to be approved;
 * `decidedByIds`: who decided the steps before it.
 */
export function approvalBar(
  principal: Principal,
  step: ApprovalFacts,
  proposedById: string | null,
  decidedByIds: readonly (string | null)[],
): ApprovalBar | null {
  if (principal.kind !== 'MEMBER') return 'TURN';
  if (principal.id === step.requestedById || principal.id === proposedById) return 'OWN';
  if (decidedByIds.includes(principal.id)) return 'TWICE';
  const role = APPROVAL_ROLES.find((known) => known === step.role);
  return role !== undefined && step.state === 'PENDING' && hasRole(principal, role) ? null : 'TURN';
}

/** What a new company begins with, in fen: 500, 5,000 and 50,000 yuan; gifts from 200. */
export const DEFAULT_APPROVAL: ApprovalPolicy = {
  currency: 'CNY',
  steps: [
    { role: 'SUPERVISOR', aboveMinor: 50_000 },
    { role: 'EXECUTIVE', aboveMinor: 500_000 },
    { role: 'GENERAL_MANAGER', aboveMinor: 5_000_000 },
  ],
  giftAboveMinor: 20_000,
};
