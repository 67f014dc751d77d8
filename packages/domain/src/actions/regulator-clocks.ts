/** The clocks of a regulator's case (docs/SPEC.md, RC2–RC3): in the working days of the nation, from the agency's letter. */
import type { TableRows } from '../events/tables.ts';
import { clockHours } from '../reads/policy-values.ts';
import { endOfWorkingDays } from '../rules/regulator.ts';
import * as clocks from './clocks.ts';
import type { Draft } from './draft.ts';

export type RegulatorCase = TableRows['regulator_case'];

/** When the agency must have been told that the case is taken on, and when it must have its answer. */
export function statutoryMoments(
  { ctx }: Pick<Draft, 'ctx'>,
  { receivedAt, acceptDays, answerDays }: Pick<RegulatorCase, 'receivedAt' | 'acceptDays' | 'answerDays'>,
): { acceptBy: Date; answerBy: Date } {
  const { hours } = clockHours(ctx.directory, 'NATIONAL', null);
  return {
    acceptBy: endOfWorkingDays(hours, receivedAt, acceptDays),
    answerBy: endOfWorkingDays(hours, receivedAt, answerDays),
  };
}

/** What each of its clocks is about: the complaint that is to be taken on, the agency's case that is to be answered. */
export const subjectsOf = ({ id, complaintId }: Pick<RegulatorCase, 'id' | 'complaintId'>) => ({
  accept: complaintId,
  answer: id,
});

/**
 * Runs the clocks that are not met yet by what is written down now. One that runs to the same moment goes on, and so does
 * one whose breach was published, which is final.
 */
export function runRegulatorClocks(draft: Draft, regulator: RegulatorCase): void {
  if (regulator.outcome !== null) return;
  const { acceptBy, answerBy } = statutoryMoments(draft, regulator);
  const subjects = subjectsOf(regulator);
  if (regulator.acceptedAt === null) run(draft, regulator, subjects.accept, acceptBy);
  if (regulator.answeredAt === null) run(draft, regulator, subjects.answer, answerBy);
}

function run(draft: Draft, { receivedAt }: RegulatorCase, subjectId: string, dueAt: Date): void {
  const [running] = clocks.going(draft, 'REGULATOR', subjectId);
  if (running !== undefined) {
    const stays = running.breachPublishedAt !== null || running.dueAt.getTime() === dueAt.getTime();
    if (stays) return;
    clocks.end(draft, 'REGULATOR', subjectId);
  }
  clocks.startUntil(draft, 'REGULATOR', { subjectId, departmentId: null, startedAt: receivedAt }, dueAt);
}

/** A round begins: the agency waits for what it waited for. What was late by then was told in the round before. */
export function keepRegulatorClocks(draft: Draft): void {
  const { regulator, at } = draft;
  if (regulator === null || regulator.outcome !== null) return;
  const { acceptBy, answerBy } = statutoryMoments(draft, regulator);
  const subjects = subjectsOf(regulator);
  if (regulator.acceptedAt === null && acceptBy > at) run(draft, regulator, subjects.accept, acceptBy);
  if (regulator.answeredAt === null && answerBy > at) run(draft, regulator, subjects.answer, answerBy);
}
