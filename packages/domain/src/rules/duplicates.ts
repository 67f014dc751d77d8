/**
 * How alike two complaints are (docs/SPEC.md, MG1): by who complains and about what. A proposal and nothing more; a
 * person compares them and decides.
 */
import { queryTokens } from './search.ts';

/** How long after one complaint another can still be about the same matter, in days. */
export const DUPLICATE_DAYS = 90;

/** Why two complaints may be one: the same customer, order or category, and words that they share. */
export const LIKENESSES = ['CUSTOMER', 'ORDER', 'CATEGORY', 'WORDS'] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** What is compared. Phone and e-mail address are normalised; the orders are keys as `orderNumbersIn` gives them. */
export interface Matter {
  customerId: string | null;
  phone: string | null;
  email: string | null;
  orders: readonly string[];
  categoryCode: string | null;
  subject: string;
  receivedAt: Date;
}

export interface Resemblance {
  /** 0 to 100; the same for both sides. */
  score: number;
  because: Likeness[];
}

/** The same customer about something else is no duplicate, nor are two customers with one category. */
const WORTH: Record<Likeness, number> = { CUSTOMER: 40, ORDER: 35, CATEGORY: 10, WORDS: 15 };
/** From here on they are offered as possible duplicates. */
export const ALIKE_FROM = 45;
/** Words are worth naming as a reason when this share of them is common. */
const WORDS_FROM = 0.3;
const DAY_MS = 86_400_000;

/** Whether one person stands behind both: known as one, or reached under one number or address. */
export function sameCustomer(
  a: Pick<Matter, 'customerId' | 'phone' | 'email'>,
  b: Pick<Matter, 'customerId' | 'phone' | 'email'>,
): boolean {
  const same = (left: string | null, right: string | null) => left !== null && left === right;
  return same(a.customerId, b.customerId) || same(a.phone, b.phone) || same(a.email, b.email);
}

/** How alike they are; complaints that came too far from each other are not. */
export function resemblance(a: Matter, b: Matter): Resemblance {
  const apart = Math.abs(a.receivedAt.getTime() - b.receivedAt.getTime());
  if (apart > DUPLICATE_DAYS * DAY_MS) return { score: 0, because: [] };
  const words = sharedWords(a.subject, b.subject);
  const found: Record<Likeness, boolean> = {
    CUSTOMER: sameCustomer(a, b),
    ORDER: a.orders.some((order) => b.orders.includes(order)),
    CATEGORY: a.categoryCode !== null && a.categoryCode === b.categoryCode,
    WORDS: words >= WORDS_FROM,
  };
  const because = LIKENESSES.filter((likeness) => found[likeness]);
  const score = because.reduce((sum, one) => sum + (one === 'WORDS' ? words * WORTH.WORDS : WORTH[one]), 0);
  return { score: Math.round(score), because };
}

/** Whether they are alike enough that a person should compare them. */
export function isAlike({ score }: Resemblance): boolean {
  return score >= ALIKE_FROM;
}

/** The share of the words of both that are in both. */
function sharedWords(a: string, b: string): number {
  const left = new Set(queryTokens(a));
  const right = new Set(queryTokens(b));
  const all = new Set([...left, ...right]);
  if (all.size === 0) return 0;
  return [...left].filter((word) => right.has(word)).length / all.size;
}
