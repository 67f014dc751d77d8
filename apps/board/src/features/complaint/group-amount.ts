/** Amounts of group cases: typed in the currency, kept in its smallest unit. */
import type { Locale } from '../../i18n/locale.ts';

const MINOR = 100;

/** `¥200.00` for 20000. */
export function amountText(minor: number, currency: string, locale: Locale): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(minor / MINOR);
}

/** What was typed, in the smallest unit; null for nothing. Tenths of a cent are rounded. */
export function minorOf(typed: string | number): number | null {
  return typed === '' ? null : Math.round(Number(typed) * MINOR);
}

/** The amount as a field shows it. */
export function typedOf(minor: number | null): string {
  return minor === null ? '' : String(minor / MINOR);
}
