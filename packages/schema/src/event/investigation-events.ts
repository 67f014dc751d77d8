/** Events of an investigation, and of whom a complaint is about. */
import { ValidityEnum } from '../complaint/vocabulary.ts';
import { Consultation } from '../consultation/consultation.ts';
import { Investigation } from '../investigation/investigation.ts';
import { RootCause } from '../investigation/root-cause.ts';
import type { Loaders } from '../loaders.ts';
import { Member } from '../member/member.ts';
import { membersOf } from '../member/roles.ts';
import { Visit } from '../visit/visit.ts';
import { complaintEvent } from './complaint-event.ts';

type About = { payload: { investigationId: string } };

const investigation = {
  type: Investigation,
  description: 'The investigation, as it is now.',
  resolve: async ({ payload }: About, _args: object, { loaders }: { loaders: Loaders }) =>
    (await loaders.investigation.load(payload.investigationId))!,
} as const;

complaintEvent('InvestigationReported', 'The report of the investigation was handed in.', (t) => ({
  investigation: t.field(investigation),
}));

complaintEvent('ValidityDecided', 'It was decided whether the complaint is well founded.', (t) => ({
  validity: t.field({
    type: ValidityEnum,
    description: 'What was decided then.',
    resolve: ({ payload }) => payload.validity,
  }),
  investigation: t.field(investigation),
}));

complaintEvent('RootCauseSet', 'A root cause was found.', (t) => ({
  rootCause: t.field({
    type: RootCause,
    nullable: true,
    description: 'The cause that was found then; null when it is not in the tree any more.',
    resolve: ({ payload }, _args, { directory }) => directory.rootCause(payload.code),
  }),
  investigation: t.field(investigation),
}));

complaintEvent(
  'ResponsibilityDecided',
  'It was decided which department is responsible; which one, only few may read.',
  (t) => ({ investigation: t.field(investigation) }),
);

complaintEvent('ConsultationRecorded', 'Colleagues sat together over the case (会商).', (t) => ({
  consultation: t.field({
    type: Consultation,
    description: 'The consultation.',
    resolve: async ({ payload }, _args, { loaders }) =>
      (await loaders.consultations.byId.load(payload.consultationId))!,
  }),
}));

const visit = {
  type: Visit,
  description: 'The visit, as it is now.',
  resolve: async ({ payload }: { payload: { visitId: string } }, _args: object, { loaders }: { loaders: Loaders }) =>
    (await loaders.visits.byId.load(payload.visitId))!,
} as const;

complaintEvent('VisitPlanned', 'A home visit was planned (上门).', (t) => ({ visit: t.field(visit) }));

complaintEvent('VisitEnded', 'A home visit was made, or nobody was at home, or it was called off.', (t) => ({
  visit: t.field(visit),
}));

complaintEvent('ClosingSummaryWritten', 'The closing summary was written (结案小结).', (t) => ({
  investigation: t.field(investigation),
}));

complaintEvent('ConcernedMembersSet', 'It was said which colleagues the complaint is about (回避).', (t) => ({
  concerned: t.field({
    type: [Member],
    description: 'All of them, as it was said then; empty: it is about no colleague.',
    resolve: ({ payload }, _args, { directory }) => membersOf(directory, payload.memberIds),
  }),
}));
