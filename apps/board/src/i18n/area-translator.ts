import type { AreaMessages } from './define-messages.ts';
import type { Locale } from './locale.ts';
import { messageCompiler } from './message-format.ts';
import type { Message, MessageValues } from './message-format.ts';
import { useLocale } from './use-t.ts';

type TranslateArea<Key extends string> = (key: Key, values?: MessageValues) => string;

/**
 * The translator of an area that comes with a screen's own code, not with the first load: a hook for its texts in the
 * language in use.
 */
export function areaTranslator<Key extends string>(area: AreaMessages<Key>): () => TranslateArea<Key> {
  const translators: Record<Locale, TranslateArea<Key>> = {
    'zh-CN': translatorOf('zh-CN', area['zh-CN']),
    en: translatorOf('en', area.en),
  };
  return () => translators[useLocale()];
}

function translatorOf<Key extends string>(locale: Locale, texts: Readonly<Record<Key, string>>): TranslateArea<Key> {
  const compile = messageCompiler(locale);
  const compiled = new Map<Key, Message>();
  return (key, values = {}) => {
    const message = compiled.get(key) ?? compile(texts[key]);
    compiled.set(key, message);
    return message(values);
  };
}
