import { catalogue } from './catalogue.ts';
import type { MessageKey } from './catalogue.ts';
import type { Locale } from './locale.ts';
import { messageCompiler } from './message-format.ts';
import type { Message, MessageValues } from './message-format.ts';

/** Formats the message of a key in one fixed language: `t('board.claim', { n: 3 })`. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

function translatorOf(locale: Locale): Translate {
  const compile = messageCompiler(locale);
  const compiled = new Map<MessageKey, Message>();
  return (key, values = {}) => {
    const text = catalogue[locale][key];
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

const translators: Record<Locale, Translate> = { 'zh-CN': translatorOf('zh-CN'), en: translatorOf('en') };

/** The translator of a language; the same function each time, so that it can be a dependency of a memo. */
export function translator(locale: Locale): Translate {
  return translators[locale];
}
