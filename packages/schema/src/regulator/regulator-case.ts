/** What makes a complaint a regulator's case: the agency's letter, its clocks, its answers and its outcome (docs/SPEC.md, RC). */
import type { RegulatorCaseView } from '@redress/domain/reads/complaint-view';
import { DEFAULT_PAGE, MAX_PAGE } from '@redress/domain/reads/connection';
import { builder } from '../builder.ts';
import { Complaint } from '../complaint/complaint.ts';
import { forwardArgs, readList } from '../connection.ts';
import { Deadline } from '../deadline/deadline.ts';
import { pageCost } from '../limits.ts';
import { maskedText } from '../masked-text.ts';
import { Member } from '../member/member.ts';
import { reading } from '../top-level-error.ts';
import { RegulatorAnswerConnection } from './regulator-answer.ts';
import { RegulatorAgencyEnum, RegulatorOutcomeEnum } from './vocabulary.ts';

export const RegulatorCase = builder.objectRef<RegulatorCaseView>('RegulatorCase').implement({
  description: "A regulator's case (监管转办): what the agency's letter says, and how far its answer is.",
  fields: (t) => ({
    agency: t.expose('agency', { type: RegulatorAgencyEnum, description: 'Who handed it on.' }),
    agencyName: t.exposeString('agencyName', {
      nullable: true,
      description: 'What the agency is called, of OTHER; null of the others.',
    }),
    reference: maskedText(t, {
      description: "The agency's number of the case.",
      text: ({ reference }) => reference,
      keepsOrderNumbers: true,
    }),
    receivedAt: t.expose('receivedAt', {
      type: 'DateTime',
      description: "When the agency's letter reached the company: its days count from the next one.",
    }),
    demand: maskedText(t, {
      description: 'What the agency asks for; null when it asks for an answer only, or the words were erased.',
      text: ({ demand }) => demand,
    }),
    acceptDays: t.exposeInt('acceptDays', {
      description: 'Within how many working days the agency wants to hear that the case is taken on.',
    }),
    answerDays: t.exposeInt('answerDays', { description: 'Within how many working days it wants the answer.' }),
    acceptedAt: t.expose('acceptedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was told that the company takes the case on; null before.',
    }),
    answeredAt: t.expose('answeredAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it had the first answer; null before.',
    }),
    acceptClock: t.field({
      type: Deadline,
      nullable: true,
      description: 'The clock of taking it on; null when the company keeps none, or it was not worth one.',
      resolve: ({ complaintId }, _args, { loaders }) => loaders.regulatorClock.load({ id: complaintId, complaintId }),
    }),
    answerClock: t.field({
      type: Deadline,
      nullable: true,
      description: 'The clock of the answer; null when the company keeps none, or it was not worth one.',
      resolve: ({ id, complaintId }, _args, { loaders }) => loaders.regulatorClock.load({ id, complaintId }),
    }),
    outcome: t.expose('outcome', {
      type: RegulatorOutcomeEnum,
      nullable: true,
      description: 'What the agency said in the end; null before. Closing the complaint waits for it.',
    }),
    outcomeNote: maskedText(t, {
      description: 'What it said in words; null when nothing, or it was erased.',
      text: ({ outcomeNote }) => outcomeNote,
    }),
    outcomeAt: t.expose('outcomeAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it said so; null before.',
    }),
    outcomeBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who wrote the outcome down; null before, and when it was another system.',
      resolve: (row, _args, { directory }) => directory.member(row.outcomeById),
    }),
    setBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who wrote down or corrected last what the letter says; null when it was another system.',
      resolve: (row, _args, { directory }) => directory.member(row.setById),
    }),
  }),
});

builder.objectFields(Complaint, (t) => ({
  isRegulator: t.exposeBoolean('isRegulator', { description: "Whether it is a regulator's case (监管转办)." }),
  regulatorCase: t.field({
    type: RegulatorCase,
    nullable: true,
    description: "What makes it a regulator's case; null when it is none.",
    resolve: ({ id, isRegulator }, _args, { loaders }) => (isRegulator ? loaders.regulatorCase.load(id) : null),
  }),
  regulatorAnswers: t.field({
    type: RegulatorAnswerConnection,
    description: 'The written answers to the agency, those that were returned included, the newest first.',
    args: forwardArgs('answers', DEFAULT_PAGE, MAX_PAGE),
    complexity: pageCost(DEFAULT_PAGE),
    resolve: ({ id }, args, { loaders }) => reading(readList(loaders.regulatorAnswers, id, args)),
  }),
}));
