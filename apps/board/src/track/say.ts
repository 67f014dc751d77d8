/** The texts of the customer's page. The board's translator would bring all of the board's texts along. */
import { getLocale } from '../i18n/locale.ts';
import { trackMessages } from '../i18n/messages/track.ts';

export type TrackKey = keyof (typeof trackMessages)['en'];

/** The text of a key in the language in use, with `{name}` filled in. */
export function say(key: TrackKey, values: Record<string, string | number> = {}): string {
  return trackMessages[getLocale()][key].replace(/\{(\w+)\}/g, (_hole, name: string) => String(values[name]));
}

/** A moment on the customer's own clock. */
export function sayTime(at: string): string {
  return new Intl.DateTimeFormat(getLocale() === 'en' ? 'en-GB' : 'zh-CN', {
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(new Date(at));
}

/** The zone that times are told in: the phone's. */
export function sayZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
