/** Names that are kept in two languages. */
import type { Locale } from './context.ts';

/** The name in the caller's language. */
export function localName(locale: Locale, row: { nameZh: string; nameEn: string }): string {
  return locale === 'en' ? row.nameEn : row.nameZh;
}
