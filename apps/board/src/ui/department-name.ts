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
const DOTS = [
  '#3d7dd8',
  '#2f9e8f',
  '#8b6bd6',
  '#6f8f2e',
  '#c0579f',
  '#3fa3c4',
  '#8a7a63',
  '#4f5fb8',
  '#4f9d55',
  '#a067a8',
  '#5d7a94',
  '#9a8f2f',
];

/** The same dot for the same department everywhere, by its code alone: no colour needs to be chosen or stored. */
export function departmentColor(code: string): string {
  // From 2 on, the usual departments of a retailer all differ.
  let hash = 2;
  for (const char of code) hash = (hash * 31 + char.charCodeAt(0)) >>> 0;
  return DOTS[hash % DOTS.length] ?? '#3d7dd8';
}
