/** Amounts of money: whole numbers of the smallest unit of a currency (docs/SPEC.md, RS3). Browser-safe. */

/** Amounts stay below this: a slip of the hand, not a remedy. */
export const AMOUNT_LIMIT = 1_000_000_000_000;

/** What an amount can be wrong about, as a key of the message catalogue. */
export type AmountProblem = 'amountNotWhole' | 'amountTooSmall' | 'amountTooLarge';

/** What is wrong with an amount; null when nothing is. */
export function amountProblem(minor: number): AmountProblem | null {
  if (!Number.isFinite(minor)) return 'amountNotWhole';
  if (minor <= 0) return 'amountTooSmall';
  if (minor >= AMOUNT_LIMIT) return 'amountTooLarge';
  return Number.isInteger(minor) ? null : 'amountNotWhole';
}

/** A currency by its ISO 4217 code, as far as a shape can tell. */
export const CURRENCY_CODE = /^[A-Z]{3}$/;

/** How many digits a currency has behind the point: 2 for CNY, 0 for JPY. */
export function minorDigits(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}

/** The amount as people of the locale write it: ¥1,200.00. */
export function moneyText(minor: number, currency: string, locale: string): string {
  const digits = minorDigits(currency);
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(minor / 10 ** digits);
}

/** What somebody typed (`1,200.50`, `¥300`) in the smallest unit; null when it is no amount of the currency. */
export function minorOf(typed: string, currency: string): number | null {
  const plain = typed.normalize('NFKC').replace(/[\s,¥$€£]/gu, '');
  const match = /^(-?)(\d{1,13})(?:\.(\d*))?$/.exec(plain);
  if (match === null) return null;
  const [, sign, whole, part = ''] = match;
  const digits = minorDigits(currency);
  if (part.length > digits) return null;
  const minor = Number(whole) * 10 ** digits + Number(part.padEnd(digits, '0') || '0');
  return sign === '-' ? -minor : minor;
}
