import type { Locale } from '../../../i18n/locale.ts';

const MEGABYTE = 1024 * 1024;

/** `1.2 MB`, `340 kB`. */
export function fileSize(bytes: number, locale: Locale): string {
  const large = bytes >= MEGABYTE;
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: large ? 1 : 0 });
  return large ? `${format.format(bytes / MEGABYTE)} MB` : `${format.format(Math.max(1, bytes / 1024))} kB`;
}
