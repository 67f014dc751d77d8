import type { Locale } from '../../i18n/locale.ts';

export interface DutyWords {
  what: string;
  /** Only a line of a template has it. */
  whatEn: string | null;
}

/** What a duty asks for, in the viewer's language where it is said in both. */
export function dutyText({ what, whatEn }: DutyWords, locale: Locale): string {
  return locale === 'en' ? (whatEn ?? what) : what;
}
