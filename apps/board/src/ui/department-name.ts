import type { Locale } from '../i18n/locale.ts';

/** What a name needs; both languages are asked for, so that switching needs no new request. */
export interface NamedDepartment {
  code: string;
  nameZh: string;
  nameEn: string;
  shortName?: string;
}

/** The department's full name in a language. */
export function departmentName(department: NamedDepartment, locale: Locale): string {
  return locale === 'en' ? department.nameEn : department.nameZh;
}

/** Hues for department dots: apart from each other, and none of them the red or amber that mean something. */
const DOTS = ['#3d7dd8', '#2f9e8f', '#8b6bd6', '#6f8f2e', '#c0579f', '#4b9bb8', '#8a7a63', '#5a6bb5', '#57a05c', '#a067a8'];

/** The same dot for the same department everywhere, by its code alone. */
export function departmentColor(code: string): string {
  let hash = 7;
  for (const char of code) hash = (hash * 33 + char.charCodeAt(0)) >>> 0;
  return DOTS[hash % DOTS.length] ?? '#3d7dd8';
}
