/**
 * The standard of compensation (docs/SPEC.md, RS4–RS5): what a category of complaints is usually settled with, by the
 * kind of resolution. An amount that leaves it is not forbidden: it is flagged, and somebody approves it.
 */
import { z } from 'zod';
import { AMOUNT_LIMIT } from './money.ts';
import { RESOLUTION_KINDS } from './vocabulary.ts';
import type { ResolutionKind } from './vocabulary.ts';

/** FIXED: exactly this. UP_TO: at most this. PERCENT: at most so much of what the order cost. */
export const STANDARD_BASES = ['FIXED', 'UP_TO', 'PERCENT'] as const;
export type StandardBasis = (typeof STANDARD_BASES)[number];

export interface StandardLine {
  kind: ResolutionKind;
  basis: StandardBasis;
  /** In the smallest unit of the company's currency; PERCENT: a whole number of percent. */
  value: number;
}

/** The value of a policy of kind `compensation`; no line at all: the category has its parent's, or the company's. */
export interface CompensationPolicy {
  lines: StandardLine[];
}

/** The standard of categories that have none of their own. */
export const ANY_STANDARD = 'ANY';
/** More than the order cost is rarely right, and more than this is a slip. */
const MAX_PERCENT = 1_000;

/** Kinds that are worth an amount: it must be said. */
export const PAID_KINDS = ['REFUND', 'COMPENSATION', 'GOODWILL', 'GIFT'] as const satisfies readonly ResolutionKind[];
/** Kinds that may cost something. */
export const COSTLY_KINDS = [...PAID_KINDS, 'REPLACEMENT', 'REPAIR'] as const satisfies readonly ResolutionKind[];

/** Whether a resolution of this kind must say an amount, may, or can't. */
export function amountRule(kind: ResolutionKind): 'REQUIRED' | 'OPTIONAL' | 'NONE' {
  if ((PAID_KINDS as readonly ResolutionKind[]).includes(kind)) return 'REQUIRED';
  return (COSTLY_KINDS as readonly ResolutionKind[]).includes(kind) ? 'OPTIONAL' : 'NONE';
}

const line = z
  .strictObject(
    {
      kind: z.enum(RESOLUTION_KINDS, 'invalid'),
      basis: z.enum(STANDARD_BASES, 'invalid'),
      value: z
        .number('invalid')
        .min(1, 'numberTooSmall')
        .max(AMOUNT_LIMIT - 1, 'numberTooLarge')
        .int('numberNotWhole'),
    },
    'invalid',
  )
  .superRefine(({ kind, basis, value }, context) => {
    if (amountRule(kind) === 'NONE') context.addIssue({ code: 'custom', path: ['kind'], message: 'amountNotOfKind' });
    if (basis === 'PERCENT' && value > MAX_PERCENT)
      context.addIssue({ code: 'custom', path: ['value'], message: 'percentTooLarge' });
  });

/** The messages are keys of the contract's catalogue. */
export const COMPENSATION_SHAPE: z.ZodType<CompensationPolicy> = z.strictObject(
  {
    lines: z
      .array(line, 'invalid')
      .min(1, 'required')
      .superRefine((lines, context) => {
        lines.forEach(({ kind }, i) => {
          if (lines.findIndex((other) => other.kind === kind) < i)
            context.addIssue({ code: 'custom', path: [i, 'kind'], message: 'standardTwice' });
        });
      }),
  },
  'invalid',
);

/** What the standard says for one resolution. */
export interface Comparison {
  /** What it allows, in the smallest unit; null: it says nothing of the kind, or there is no amount. */
  standardMinor: number | null;
  deviates: boolean;
}

/** What is asked of the standard. `orderMinor`: what the order cost; only a share of it needs to be known. */
export interface Proposed {
  kind: ResolutionKind;
  amountMinor: number | null;
  orderMinor: number | null;
}

/** Compares an amount with the standard; `ORDER_NEEDED` when that is a share of an order whose price nobody gave. */
export function compare(
  standard: CompensationPolicy | null,
  { kind, amountMinor, orderMinor }: Proposed,
): Comparison | 'ORDER_NEEDED' {
  const found = standard?.lines.find((candidate) => candidate.kind === kind);
  if (found === undefined || amountMinor === null) return { standardMinor: null, deviates: false };
  if (found.basis === 'PERCENT' && orderMinor === null) return 'ORDER_NEEDED';
  const standardMinor = found.basis === 'PERCENT' ? shareOf(orderMinor!, found.value) : found.value;
  const deviates = found.basis === 'FIXED' ? amountMinor !== standardMinor : amountMinor > standardMinor;
  return { standardMinor, deviates };
}

/** So many percent of an amount, rounded down: amounts times percent stay far below what a number holds exactly. */
function shareOf(minor: number, percent: number): number {
  return Math.floor((minor * percent) / 100);
}

/** What a new company begins with, in cents of its currency. */
export const DEFAULT_STANDARD: CompensationPolicy = {
  lines: [
    { kind: 'COMPENSATION', basis: 'UP_TO', value: 100_000 },
    { kind: 'GOODWILL', basis: 'UP_TO', value: 20_000 },
    { kind: 'GIFT', basis: 'UP_TO', value: 20_000 },
  ],
};
