/** Words for codes, in the languages of the product. */

export type Locale = 'zh-CN' | 'en';

/** What each code is called, in every language. */
export type Words<Code extends string> = Readonly<Record<Code, Readonly<Record<Locale, string>>>>;

/** The word for a code; the code itself where there is none, as for one that is newer than this program. */
export function wordFor(words: Words<string>, code: string, locale: Locale): string {
  return Object.hasOwn(words, code) ? words[code]![locale] : code;
}
