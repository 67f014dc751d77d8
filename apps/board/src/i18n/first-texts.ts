/** Loads what the first screens say, in one language at a time. */
import { addTexts } from './catalogue.ts';
import { setLocale } from './locale.ts';
import type { Locale } from './locale.ts';

const LOADERS = {
  'zh-CN': () => import('virtual:first-texts/zh-CN'),
  en: () => import('virtual:first-texts/en'),
} as const satisfies Record<Locale, () => Promise<unknown>>;

/** Adds the texts of the language to the catalogue; again and again, if need be. */
export async function loadTexts(locale: Locale): Promise<void> {
  addTexts(locale, (await LOADERS[locale]()).default);
}

/** Switches to the language once its texts are there; without them (offline), the one in use stays. */
export async function chooseLocale(locale: Locale): Promise<void> {
  try {
    await loadTexts(locale);
  } catch {
    return;
  }
  setLocale(locale);
}
