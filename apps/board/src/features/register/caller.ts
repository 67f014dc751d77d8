/** Who is on the line, as far as the form says, and which of their cases may be this very matter. Pure. */
import { orderNumberOf } from '@redress/domain/rules/order-number';
import { isFullPhone, normalisePhone } from '@redress/domain/rules/phone';
import type { CallerCase } from './caller-document.ts';
import type { RegisterFields } from './register-fields.ts';

/** What a caller is looked up by; null while nothing is whole. */
export type CallerBy = { phone: string } | { orderNumber: string } | null;

/** A mobile number has eleven digits: looking earlier would look for somebody else. */
const MOBILE_DIGITS = 11;

/** The telephone number names the caller; without a whole one the order does. */
export function callerBy({ phone, about }: Pick<RegisterFields, 'phone' | 'about'>): CallerBy {
  const number = normalisePhone(phone);
  if (isFullPhone(number) && (!/^1[3-9]/.test(number) || number.length >= MOBILE_DIGITS)) return { phone: number };
  const orderNumber = orderNumberOf(about);
  return orderNumber === null ? null : { orderNumber };
}

/** Whether it is open, and of the category that was chosen or of one beside it. */
export function mayBeSameMatter({ stage, category }: Pick<CallerCase, 'stage' | 'category'>, chosen: string): boolean {
  if (stage === 'CLOSED' || category === null || chosen === '') return false;
  const family = category.parent?.code ?? category.code;
  return chosen === category.code || chosen === family || chosen.startsWith(`${family}.`);
}

/** Those that may be the same matter first; else as they came. */
export function likeliestFirst<Case extends Pick<CallerCase, 'stage' | 'category'>>(
  cases: readonly Case[],
  chosen: string,
): Case[] {
  const rank = (one: Case) => (mayBeSameMatter(one, chosen) ? 0 : 1);
  return [...cases].sort((x, y) => rank(x) - rank(y));
}

/** What was typed so far, as the summary of a contact: nothing of it is typed twice. */
export function typedSoFar({ subject, description, demand }: RegisterFields): string {
  return [subject, description, demand]
    .map((text) => text.trim())
    .filter(Boolean)
    .join('\n');
}
