/** The two languages of the product. The choice is kept in the browser; before one is made, the browser's own decides. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** How each language calls itself. */
export const LOCALE_NAMES: Record<Locale, string> = { 'zh-CN': '中文', en: 'English' };

const STORAGE_KEY = 'redress.locale';

function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** The language chosen in this browser, or null when nobody has chosen yet. */
export function storedLocale(): Locale | null {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return isLocale(stored) ? stored : null;
  } catch {
    return null;
  }
}

/** The nearest language to what the browser prefers; Chinese when it prefers neither. */
export function browserLocale(preferred: readonly string[] = navigator.languages): Locale {
  for (const tag of preferred) {
    if (tag.toLowerCase().startsWith('zh')) return 'zh-CN';
    if (tag.toLowerCase().startsWith('en')) return 'en';
  }
  return 'zh-CN';
}

type Listener = () => void;
const listeners = new Set<Listener>();
let current: Locale = 'zh-CN';

/** Reads the choice once at the start, before anything is shown. */
export function initLocale(): void {
  apply(storedLocale() ?? browserLocale());
}

function apply(locale: Locale): void {
  current = locale;
  document.documentElement.lang = locale;
}

/** The language in use now; what the API is asked to answer in. */
export function getLocale(): Locale {
  return current;
}

/** Switches at once and remembers it. */
export function setLocale(locale: Locale): void {
  apply(locale);
  try {
    localStorage.setItem(STORAGE_KEY, locale);
  } catch {
    // A browser that keeps nothing still switches for this visit.
  }
  for (const listener of listeners) listener();
}

/** For useSyncExternalStore. */
export function subscribeLocale(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
