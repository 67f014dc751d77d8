import { catalogue } from './catalogue.ts';
import type { MessageKey } from './catalogue.ts';
import type { AreaMessages } from './define-messages.ts';
import type { Locale } from './locale.ts';
import { messageCompiler } from './message-format.ts';
import type { Message, MessageValues } from './message-format.ts';

/** Formats the message of a key in one fixed language: `t('board.claim', { n: 3 })`. */
export type Translate = TranslateIn<MessageKey>;

/** The same for the keys of one area. */
export type TranslateIn<Key extends string> = (key: Key, values?: MessageValues) => string;

/**
 * The translators of one area's messages, by language. For an area that is not in the catalogue because its texts come
 * with the code of its own screen.
 */
export function translatorsOf<Key extends string>(messages: AreaMessages<Key>): Record<Locale, TranslateIn<Key>> {
  return { 'zh-CN': translatorOf(messages, 'zh-CN'), en: translatorOf(messages, 'en') };
}

function translatorOf<Key extends string>(messages: AreaMessages<Key>, locale: Locale): TranslateIn<Key> {
  const compile = messageCompiler(locale);
  const compiled = new Map<Key, Message>();
  return (key, values = {}) => {
    const text = messages[locale][key];
    // Most messages have nothing to fill in; they never pay for a parse.
    if (!text.includes('{')) return text;
    let message = compiled.get(key);
    if (message === undefined) {
      message = compile(text);
      compiled.set(key, message);
    }
    return message(values);
  };
}

const translators = translatorsOf(catalogue);

/** The translator of a language; the same function each time, so that it can be a dependency of a memo. */
export function translator(locale: Locale): Translate {
  return translators[locale];
}
