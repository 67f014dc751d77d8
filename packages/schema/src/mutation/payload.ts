/** Payloads: the objects that a change concerned, and the cursor of its last event. */
import type { FieldMap, ObjectFieldBuilder } from '@pothos/core';
import type { Outcome } from '@redress/domain/actions/context';
import type {
  AttachmentView,
  ComplaintView,
  ConsultationView,
  ContactView,
  DutyView,
  EscalationView,
  HandoffView,
  RulingView,
  VisitView,
  HoldView,
  InvestigationView,
  PromiseView,
  SurveyView,
  FinalAnswerView,
  ApprovalView,
  ResolutionView,
} from '@redress/domain/reads/complaint-view';
import { findErasureView } from '@redress/domain/reads/erasures';
import { Attachment } from '../attachment/attachment.ts';
import { builder } from '../builder.ts';
import { Complaint } from '../complaint/complaint.ts';
import type { Types } from '../connection.ts';
import { Consultation } from '../consultation/consultation.ts';
import { Contact } from '../contact/contact.ts';
import type { SchemaContext } from '../context.ts';
import { Duty } from '../duty/duty.ts';
import { Erasure } from '../privacy/erasure.ts';
import { Escalation } from '../escalation/escalation.ts';
import { Handoff } from '../handoff/handoff.ts';
import { Ruling } from '../ruling/ruling.ts';
import { Hold } from '../hold/hold.ts';
import { Investigation } from '../investigation/investigation.ts';
import { Visit } from '../visit/visit.ts';
import { PromiseToCustomer } from '../promise/promise-to-customer.ts';
import { FinalAnswer } from '../survey/final-answer.ts';
import { Survey } from '../survey/survey.ts';
import { Approval } from '../resolution/approval.ts';
import { Resolution } from '../resolution/resolution.ts';

export interface PayloadSource {
  __typename: string;
  outcome: Outcome;
  complaint: ComplaintView;
}

type Builder = ObjectFieldBuilder<Types, PayloadSource>;

/** The objects that a payload can show, by the name of their type. */
const SHOWN = {
  complaint: (t: Builder) =>
    t.expose('complaint', { type: Complaint, description: 'The complaint as the change left it, or newer.' }),
  handoff: (t: Builder) =>
    t.field({
      type: Handoff,
      description: 'The handoff as the change left it, or newer.',
      resolve: ({ outcome }, _args, { loaders }) => fresh<HandoffView>(loaders.handoffs.byId, outcome.handoffId),
    }),
  ruling: (t: Builder) =>
    t.field({
      type: Ruling,
      description: 'The ruling as the change left it, or newer.',
      resolve: ({ outcome }, _args, { loaders }) => fresh<RulingView>(loaders.rulings.byId, outcome.rulingId),
    }),
  contact: (t: Builder) =>
    t.field({
      type: Contact,
      description: 'The contact that was recorded.',
      resolve: ({ outcome }, _args, { loaders }) => fresh<ContactView>(loaders.contacts.byId, outcome.contactId),
    }),
  duty: (t: Builder) =>
    t.field({
      type: Duty,
      description: 'The duty as the change left it, or newer.',
      resolve: ({ outcome }, _args, { loaders }) => fresh<DutyView>(loaders.duties.byId, outcome.dutyId),
    }),
  hold: (t: Builder) =>
    t.field({
      type: Hold,
      description: 'The hold as the change left it, or newer.',
      resolve: ({ outcome }, _args, { loaders }) => fresh<HoldView>(loaders.holds.byId, outcome.holdId),
    }),
  promise: (t: Builder) =>
    t.field({
      type: PromiseToCustomer,
      description: 'The promise as the change left it, or newer.',
      resolve: ({ outcome }, _args, { loaders }) => fresh<PromiseView>(loaders.promises.byId, outcome.promiseId),
    }),
  attachment: (t: Builder) =>
    t.field({
      type: Attachment,
      description: 'The file as the change left it, or newer.',
      resolve: ({ outcome }, _args, { loaders }) =>
        fresh<AttachmentView>(loaders.attachments.byId, outcome.attachmentId),
    }),
  investigation: (t: Builder) =>
    t.field({
      type: Investigation,
      description: 'The investigation as the change left it, or newer.',
      resolve: ({ outcome }, _args, { loaders }) =>
        fresh<InvestigationView>(loaders.investigation, outcome.investigationId),
    }),
  consultation: (t: Builder) =>
    t.field({
      type: Consultation,
      description: 'The consultation that was recorded.',
      resolve: ({ outcome }, _args, { loaders }) =>
        fresh<ConsultationView>(loaders.consultations.byId, outcome.consultationId),
    }),
  visit: (t: Builder) =>
    t.field({
      type: Visit,
      description: 'The visit as the change left it, or newer.',
      resolve: ({ outcome }, _args, { loaders }) => fresh<VisitView>(loaders.visits.byId, outcome.visitId),
    }),
  survey: (t: Builder) =>
    t.field({
      type: Survey,
      description: 'The survey as the change left it, or newer.',
      resolve: ({ outcome }, _args, { loaders }) => fresh<SurveyView>(loaders.surveys.byId, outcome.surveyId),
    }),
  finalAnswer: (t: Builder) =>
    t.field({
      type: FinalAnswer,
      description: 'The final answer as the change left it, or newer.',
      resolve: ({ outcome }, _args, { loaders }) =>
        fresh<FinalAnswerView>(loaders.finalAnswers.byId, outcome.finalAnswerId),
    }),
  resolution: (t: Builder) =>
    t.field({
      type: Resolution,
      description: 'The resolution as the change left it, or newer; of several the first.',
      resolve: ({ outcome }, _args, { loaders }) =>
        fresh<ResolutionView>(loaders.resolutions.byId, outcome.resolutionId),
    }),
  approval: (t: Builder) =>
    t.field({
      type: Approval,
      description: 'The step as the change left it, or newer.',
      resolve: ({ outcome }, _args, { loaders }) => fresh<ApprovalView>(loaders.approvals.byId, outcome.approvalId),
    }),
  erasure: (t: Builder) =>
    t.field({
      type: Erasure,
      description: 'The erasure as the change left it, or newer.',
      resolve: async ({ outcome }, _args, { db }) => (await findErasureView(db, outcome.erasureId!))!,
    }),
  escalation: (t: Builder) =>
    t.field({
      type: Escalation,
      description: 'The escalation as the change left it, or newer.',
      resolve: ({ outcome }, _args, { loaders }) =>
        fresh<EscalationView>(loaders.escalations.byId, outcome.escalationId),
    }),
};

export type Shown = keyof typeof SHOWN;

type RowLoader<T> = { clear(id: string): { load(id: string): Promise<T | null> } };

/** Another field of this operation may have read the row before the change. */
async function fresh<T>(loader: RowLoader<T>, id: string | undefined): Promise<T> {
  const row = id === undefined ? null : await loader.clear(id).load(id);
  if (row === null) throw new Error('the action did not name the row that its payload shows');
  return row;
}

/** Defines a payload type: what it shows, its cursor, and what is its own. */
export function payloadType(
  name: string,
  description: string,
  shown: readonly Shown[],
  own: (t: Builder) => FieldMap = () => ({}),
) {
  return builder.objectRef<PayloadSource>(name).implement({
    description,
    fields: (t) => ({
      ...Object.fromEntries(shown.map((object) => [object, SHOWN[object](t)])),
      cursor: t.field({
        type: 'EventCursor',
        description: 'The cursor of the last event of the change: a stream that has passed it has told all of it.',
        resolve: ({ outcome }) => outcome.cursor,
      }),
      ...own(t),
    }),
  });
}

/** The complaint of a change that is told again, under today's permissions; null when it is out of sight by now. */
export function complaintToday(ctx: SchemaContext, id: string): Promise<ComplaintView | null> {
  return ctx.loaders.complaint.clear(id).load(id);
}
