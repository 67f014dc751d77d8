import type { Locale } from '@redress/schema/context';

/** The language of names and messages that the caller prefers: Chinese unless English comes first. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  return spokenLocale(acceptLanguage) ?? 'zh-CN';
}

/** The language that the caller asks for by name; null when it is neither of ours, or none. */
export function spokenLocale(acceptLanguage: string | undefined): Locale | null {
  const preferred = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters
        .map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1])
        .find((found) => found !== undefined);
      return { language: tag.toLowerCase().split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ language, quality }) => quality > 0 && (language === 'zh' || language === 'en'))
    .sort((a, b) => b.quality - a.quality)[0];
  if (preferred === undefined) return null;
  return preferred.language === 'en' ? 'en' : 'zh-CN';
}
