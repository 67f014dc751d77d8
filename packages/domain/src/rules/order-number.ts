/**
 * Order numbers inside what a complaint is about (docs/SPEC.md, LK3): letters and digits, joined by hyphens, with enough
 * digits that nobody hits upon one by chance. A day is none.
 */

const WRITTEN = /[\p{L}\p{N}]+(?:[-_\u2010-\u2013][\p{L}\p{N}]+)*/gu;
const LATIN = /^[0-9A-Z]+$/;
const DAY = /^(?:19|20)\d\d-\d\d?-\d\d?$/;
const DIGITS = 5;
const LONGEST = 40;

/** All order numbers of a text, folded: `订单 yl-40429013，护理床` has `YL40429013`. */
export function orderNumbersIn(text: string | null): string[] {
  // Chinese stands right beside a number, without a space between.
  const folded = (text ?? '')
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\p{Script=Han}+/gu, ' ');
  const found = (folded.match(WRITTEN) ?? [])
    .filter((written) => !DAY.test(written))
    .map((written) => written.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((key) => LATIN.test(key) && key.length <= LONGEST && key.replace(/\D/g, '').length >= DIGITS);
  return [...new Set(found)];
}

/** The one order number that the text is or has; null when it has none, or several. */
export function orderNumberOf(text: string): string | null {
  const [first, second] = orderNumbersIn(text);
  return first === undefined || second !== undefined ? null : first;
}

/** The search token of an order number. No word of a text is like it: words have no such sign. */
export function orderToken(orderNumber: string): string {
  return `#${orderNumber}`;
}
