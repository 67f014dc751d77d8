/** What a customer sees of their complaint on their page. Public to who holds its tracking code. */
import { ownStageName } from '@redress/domain/reads/policy-values';
import { approvalPolicy } from '@redress/domain/reads/resolution-policies';
import type {
  TrackedContact,
  TrackedFinalAnswer,
  TrackedLimit,
  TrackedPromise,
  TrackedSurvey,
  TrackedView,
} from '@redress/domain/reads/tracking';
import { builder } from '../builder.ts';
import { ChannelEnum, StageEnum } from '../complaint/vocabulary.ts';
import { ContactDirectionEnum } from '../contact/contact.ts';
import { DeadlineKindEnum } from '../deadline/vocabulary.ts';
import { localName } from '../local-name.ts';
import { maskedLine, maskedText } from '../masked-text.ts';
import { SurveyStateEnum } from '../survey/vocabulary.ts';
import { PromiseStateEnum } from '../promise/promise-to-customer.ts';
import { TrackedResolution } from './tracked-resolution.ts';

const TrackedStep = builder.objectRef<TrackedView['steps'][number]>('TrackedStep').implement({
  description: 'A stage on the way of a complaint.',
  fields: (t) => ({
    stage: t.expose('stage', { type: StageEnum, description: 'The stage.' }),
    name: t.string({
      nullable: true,
      description: "What the company calls it, in the caller's language; null while it has the product's own name.",
      resolve: ({ stage }, _args, { directory, locale }) => {
        const name = ownStageName(directory, stage);
        return name && (locale === 'en' ? name.en : name.zh);
      },
    }),
    reachedAt: t.expose('reachedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was reached; null when it lies ahead, or was skipped.',
    }),
  }),
});

const TrackedLimitType = builder.objectRef<TrackedLimit>('TrackedLimit').implement({
  description: 'By when the customer hears from the company, or has heard.',
  fields: (t) => ({
    kind: t.expose('kind', {
      type: DeadlineKindEnum,
      description: 'What is due: FIRST_RESPONSE, PROGRESS or RESOLUTION.',
    }),
    dueAt: t.expose('dueAt', {
      type: 'DateTime',
      nullable: true,
      description: 'By when; null while the company waits for the customer.',
    }),
    metAt: t.expose('metAt', { type: 'DateTime', nullable: true, description: 'When it was done; null before.' }),
    isLate: t.exposeBoolean('isLate', { description: 'Whether it is overdue, and still to be done.' }),
  }),
});

const TrackedContactType = builder.objectRef<TrackedContact>('TrackedContact').implement({
  description: 'That customer and company were in touch.',
  fields: (t) => ({
    channel: t.expose('channel', { type: ChannelEnum, description: 'The way by which they spoke.' }),
    direction: t.expose('direction', { type: ContactDirectionEnum, description: 'Who spoke to whom.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    text: maskedText(t, {
      description:
        "The customer's own words, where they wrote them by `trackingMessage`, or what was written to them; null of every other contact, and when it was erased. Personal data is masked.",
      text: (contact) => contact.text,
    }),
  }),
});

const TrackedPromiseType = builder.objectRef<TrackedPromise>('TrackedPromise').implement({
  description: 'What the customer was promised.',
  fields: (t) => ({
    what: maskedText(t, {
      description: 'What was promised; null when it was erased. Personal data is masked.',
      text: (promise) => promise.what,
    }),
    state: t.expose('state', { type: PromiseStateEnum, description: 'Whether it was kept.' }),
    madeAt: t.expose('madeAt', { type: 'DateTime', description: 'When it was made.' }),
    dueAt: t.expose('dueAt', { type: 'DateTime', description: 'By when, as it was promised.' }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was kept or released; null while it is open.',
    }),
  }),
});

const TrackedSurveyType = builder.objectRef<TrackedSurvey>('TrackedSurvey').implement({
  description: 'How the customer found it, of the present round.',
  fields: (t) => ({
    state: t.expose('state', { type: SurveyStateEnum, description: 'Whether it waits for them.' }),
    round: t.exposeInt('round', { description: 'The round it asks about: give it back with `surveyAnswer`.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'Until when it can be answered.' }),
    outcomeScore: t.exposeInt('outcomeScore', {
      nullable: true,
      description: 'How they found what came of it: 1 (worst) to 5; null before they answered.',
    }),
    handlingScore: t.exposeInt('handlingScore', {
      nullable: true,
      description: 'How they found the way it was handled: 1 (worst) to 5; null before they answered.',
    }),
  }),
});

const TrackedFinalAnswerType = builder.objectRef<TrackedFinalAnswer>('TrackedFinalAnswer').implement({
  description: "The company's last word.",
  fields: (t) => ({
    text: maskedText(t, {
      description: 'What it says; null when it was erased. Personal data is masked.',
      text: ({ text }) => text,
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was given.' }),
  }),
});

export const TrackedComplaint = builder.objectRef<TrackedView>('TrackedComplaint').implement({
  description:
    "A complaint as its customer sees it: its steps, limits, contacts and promises, and nothing that is the company's own.",
  fields: (t) => ({
    number: t.exposeString('number', { description: 'Its number.' }),
    mergedNumbers: t.exposeStringList('mergedNumbers', {
      description:
        "The numbers of the customer's complaints that were merged into it: their codes open this page too. Empty when none was.",
    }),
    subject: maskedLine(t, {
      description: 'What it is about, in a line; empty when it was erased.',
      text: (complaint) => complaint.subject,
    }),
    stage: t.expose('stage', { type: StageEnum, description: 'Where it stands.' }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', description: 'When it was received.' }),
    department: t.string({
      nullable: true,
      description: "The name of the department that handles it, in the caller's language; null before there is one.",
      resolve: ({ departmentId }, _args, { directory, locale }) => {
        const department = directory.department(departmentId);
        return department && localName(locale, department);
      },
    }),
    waitsForCustomerUntil: t.expose('heldUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when the company waits to hear from the customer; null when it does not.',
    }),
    steps: t.expose('steps', { type: [TrackedStep], description: 'All stages in their order.' }),
    limits: t.expose('limits', {
      type: [TrackedLimitType],
      description: 'By when the customer hears from the company: at most one of each kind.',
    }),
    contacts: t.expose('contacts', {
      type: [TrackedContactType],
      description: 'That they were in touch, the newest first; the last 50.',
    }),
    survey: t.expose('survey', {
      type: TrackedSurveyType,
      nullable: true,
      description: 'The survey of the present round; null before they were asked.',
    }),
    finalAnswer: t.expose('finalAnswer', {
      type: TrackedFinalAnswerType,
      nullable: true,
      description: "The company's last word (终结答复); null without one.",
    }),
    promises: t.expose('promises', {
      type: [TrackedPromiseType],
      description: 'What the customer was promised, by when it is due.',
    }),
    currency: t.string({
      description: 'The currency of amounts that the customer names, by its ISO 4217 code: `CNY`.',
      resolve: (_tracked, _args, { directory }) => approvalPolicy(directory).currency,
    }),
    resolutions: t.expose('resolutions', {
      type: [TrackedResolution],
      description: 'What they were offered in this round, or proposed; the first offered first.',
    }),
  }),
});
