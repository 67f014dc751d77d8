/** The messages of one area, by key, in both languages. */
export interface AreaMessages<Key extends string> {
  'zh-CN': Readonly<Record<Key, string>>;
  en: Readonly<Record<Key, string>>;
}

/**
 * Declares the messages of one area. Keys are written in full (`'board.claim'`) so that a search finds every use; texts
 * are of the form that message-format.ts reads. A key that one language lacks, or has alone, does not compile.
 */
export function defineMessages<Key extends string>(messages: {
  'zh-CN': Record<Key, string>;
  en: NoInfer<Record<Key, string>>;
}): AreaMessages<Key> {
  return messages;
}
