/** Words for codes, in the languages of the product. */

/** The languages of the product, as members are spoken to. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The language that a member is written to in, by what is kept of them: Chinese until one is. */
export function writtenIn(kept: string | null | undefined): Locale {
  return LOCALES.find((locale) => locale === kept) ?? 'zh-CN';
}

/** What each code is called, in every language. */
export type Words<Code extends string> = Readonly<Record<Code, Readonly<Record<Locale, string>>>>;

/** The word for a code; the code itself where there is none, as for one that is newer than this program. */
export function wordFor(words: Words<string>, code: string, locale: Locale): string {
  return Object.hasOwn(words, code) ? words[code]![locale] : code;
}
