/**
 * How long customers are kept, and what stands against erasing one (docs/SPEC.md, PD11, PD19). Law asks for both: not
 * longer than it is needed, and as long as somebody may go to court over it.
 */
import { z } from 'zod';

/** In months from the closing of a customer's last complaint. */
export interface RetentionPolicy {
  /** After so many the customer is erased; 0: only when somebody asks for it. */
  months: number;
  /** So long nobody is erased whose complaint may come to court. */
  legalMonths: number;
}

const LONGEST_MONTHS = 600;
const months = z.number('invalid').min(0, 'numberTooSmall').max(LONGEST_MONTHS, 'numberTooLarge').int('numberNotWhole');

/** The messages are keys of the contract's catalogue. */
export const RETENTION_SHAPE = z.strictObject({ months, legalMonths: months });

/** A claim can be brought for three years (Civil Code of the PRC, art. 188). */
export const DEFAULT_RETENTION: RetentionPolicy = { months: 0, legalMonths: 36 };

/** What is looked at of a customer's complaint. */
export interface KeptComplaint {
  number: string;
  closedAt: Date | null;
  consequences: readonly string[];
}

/** Why a customer can't be erased yet. */
export type ErasureBar =
  | { because: 'OPEN'; numbers: string[] }
  /** `until`: the first moment at which nothing stands against it any more. */
  | { because: 'LEGAL'; number: string; until: Date };

/** The same day and time so many months later, in UTC; the last day of a month that has no such day. */
export function monthsLater(at: Date, count: number): Date {
  const later = new Date(at);
  later.setUTCDate(1);
  later.setUTCMonth(later.getUTCMonth() + count);
  const lastDay = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate();
  later.setUTCDate(Math.min(at.getUTCDate(), lastDay));
  return later;
}

/** What stands against erasing the customer of these complaints; null when nothing does. */
export function erasureBar(
  complaints: readonly KeptComplaint[],
  { legalMonths }: RetentionPolicy,
  now: Date,
): ErasureBar | null {
  const open = complaints.filter(({ closedAt }) => closedAt === null).map(({ number }) => number);
  if (open.length > 0) return { because: 'OPEN', numbers: open };
  const disputed = complaints
    .filter(({ consequences }) => consequences.includes('LEGAL'))
    .map(({ number, closedAt }) => ({ number, until: monthsLater(closedAt!, legalMonths) }))
    .filter(({ until }) => until > now)
    .sort((a, b) => b.until.getTime() - a.until.getTime());
  return disputed[0] === undefined ? null : { because: 'LEGAL', ...disputed[0] };
}

/** The day before which a customer's last complaint has to have been closed for them to be erased; null: nobody is. */
export function retentionCutoff(policy: RetentionPolicy, now: Date): Date | null {
  return policy.months === 0 ? null : monthsLater(now, -policy.months);
}
