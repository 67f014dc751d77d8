import { useSyncExternalStore } from 'react';
import { getLocale, subscribeLocale } from './locale.ts';
import type { Locale } from './locale.ts';
import { translator } from './translate.ts';
import type { Translate } from './translate.ts';

/** The language in use; renders again when it is switched. */
export function useLocale(): Locale {
  return useSyncExternalStore(subscribeLocale, getLocale);
}

/** The translator of the language in use. */
export function useT(): Translate {
  return translator(useLocale());
}
