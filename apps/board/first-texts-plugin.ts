/**
 * Makes `virtual:first-texts/<locale>` of the message files: what the first screens say, in that language alone. The files
 * themselves keep both side by side, as translators read them.
 */
import type { Plugin } from 'vite';
import { FIRST_AREAS } from './src/i18n/first-areas.ts';
import { LOCALES } from './src/i18n/locale.ts';

const PREFIX = 'virtual:first-texts/';

export function firstTexts(): Plugin {
  return {
    name: 'first-texts',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : null),
    load(id) {
      const locale = LOCALES.find((known) => id === `\0${PREFIX}${known}`);
      if (locale === undefined) return null;
      const texts: Record<string, string> = Object.assign({}, ...FIRST_AREAS.map((area) => area[locale]));
      return `export default ${JSON.stringify(texts)};`;
    },
  };
}
