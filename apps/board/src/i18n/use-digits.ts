import { useLocale } from './use-t.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** Writes numbers as the language in use does; the browser's own may be another one. */
export function useDigits(): (value: number) => string {
  const locale = useLocale();
  let format = formats.get(locale);
  if (format === undefined) formats.set(locale, (format = new Intl.NumberFormat(locale)));
  return format.format;
}
