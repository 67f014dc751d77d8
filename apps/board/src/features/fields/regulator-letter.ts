/** An agency's letter in a form: flat fields, and the input that they make. Pure, for tests. */
import type { RegulatorAgency } from '@redress/domain/rules/vocabulary';
import { instantOf } from './moment.ts';

/** What an agency's letter says, as it is typed: flat, so that drafts keep it. */
export const NO_LETTER = {
  agency: '',
  agencyName: '',
  reference: '',
  letterAt: '',
  agencyDemand: '',
  acceptDays: '',
  answerDays: '',
};
export type LetterFields = typeof NO_LETTER;

/** The fields of the contract that these inputs show the issues of. */
export const LETTER_ISSUES = [
  'agency',
  'agencyName',
  'reference',
  'receivedAt',
  'demand',
  'acceptDays',
  'answerDays',
] as const;

/** The letter as the contract takes it; empty means: as usual. */
export function letterInput(fields: LetterFields) {
  const days = (typed: string) => (typed.trim() === '' ? null : Math.max(0, Math.round(Number(typed) || 0)));
  return {
    agency: (fields.agency || 'CITY_12345') as RegulatorAgency,
    agencyName: fields.agencyName.trim() || null,
    reference: fields.reference.trim(),
    receivedAt: instantOf(fields.letterAt),
    demand: fields.agencyDemand.trim() || null,
    acceptDays: days(fields.acceptDays),
    answerDays: days(fields.answerDays),
  };
}
