import { IntlMessageFormat } from 'intl-messageformat';
import { catalogue } from './catalogue.ts';
import type { MessageKey } from './catalogue.ts';
import type { Locale } from './locale.ts';

/** What an ICU message may be filled with. */
export type MessageValues = Record<string, string | number | Date>;

/** Formats the message of a key in one fixed language: `t('board.claim', { n: 3 })`. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

const compiled = new Map<string, IntlMessageFormat>();

function compile(locale: Locale, key: MessageKey): IntlMessageFormat {
  const id = `${locale} ${key}`;
  let message = compiled.get(id);
  if (message === undefined) {
    message = new IntlMessageFormat(catalogue[locale][key], locale, undefined, { ignoreTag: true });
    compiled.set(id, message);
  }
  return message;
}

function translatorOf(locale: Locale): Translate {
  return (key, values) => {
    const text = catalogue[locale][key];
    // Most messages have nothing to fill in; they never pay for a parse.
    if (!text.includes('{') && !text.includes("'")) return text;
    return String(compile(locale, key).format(values));
  };
}

const translators: Record<Locale, Translate> = { 'zh-CN': translatorOf('zh-CN'), en: translatorOf('en') };

/** The translator of a language; the same function each time, so that it can be a dependency of a memo. */
export function translator(locale: Locale): Translate {
  return translators[locale];
}
