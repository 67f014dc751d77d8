/** Messages of the catalogue in the caller's language. */
import type { Locale } from '../context.ts';
import { MESSAGES } from './catalogue.ts';
import type { MessageKey } from './catalogue.ts';

type Values = Record<string, string | number>;

/** The message with its values filled in. */
export function translate(locale: Locale, key: MessageKey, values: Values = {}): string {
  return MESSAGES[key][locale].replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}

/** A key that came from elsewhere, as one of the catalogue; `fallback` when it has no such message. */
export function knownKey(key: string, fallback: MessageKey): MessageKey {
  return Object.hasOwn(MESSAGES, key) ? (key as MessageKey) : fallback;
}
