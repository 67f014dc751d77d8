/**
 * Complaints as a running meeting shows them to who takes part and does not see them otherwise (docs/adr/0035). These types
 * name all that is shown and lead to no complaint, so nothing else can be come by through them.
 */
import type { ComplaintView } from '@redress/domain/reads/complaint-view';
import type { MeetingView } from '@redress/domain/reads/meetings';
import { isShown, takesPart } from '@redress/domain/rules/meeting-shown';
import { builder } from '../builder.ts';
import { Category } from '../category/category.ts';
import { ChannelEnum, SeverityEnum, StageEnum } from '../complaint/vocabulary.ts';
import type { SchemaContext } from '../context.ts';
import { Deadline } from '../deadline/deadline.ts';
import { Department } from '../department/department.ts';
import { Duty } from '../duty/duty.ts';
import { Handoff } from '../handoff/handoff.ts';
import { Hold } from '../hold/hold.ts';
import { maskedLine, maskedText } from '../masked-text.ts';
import { Member } from '../member/member.ts';

/** So many duties of a complaint are shown. */
const DUTIES = 50;

/** The complaint, where the meeting shows it to the caller; null where they see it anyway, or are not shown it. */
export async function shownTo(
  { principal, loaders }: SchemaContext,
  meeting: MeetingView,
  complaintId: string | null,
): Promise<ComplaintView | null> {
  if (complaintId === null || principal === null || !takesPart(principal, meeting)) return null;
  if ((await loaders.complaint.load(complaintId)) !== null) return null;
  const view = await loaders.shown.load(complaintId);
  return view !== null && isShown(principal, meeting, view) ? view : null;
}

export const ShownComplaint = builder.objectRef<ComplaintView>('ShownComplaint').implement({
  description:
    'A complaint on the agenda of a meeting, as it shows it to who takes part and does not see it otherwise.',
  fields: (t) => ({
    number: t.exposeString('number', { description: 'Its number.' }),
    subject: maskedLine(t, {
      description: 'What it is about, in a line; empty when it was erased.',
      text: (row) => row.subject,
    }),
    severity: t.expose('severity', { type: SeverityEnum, description: 'How grave it is.' }),
    stage: t.expose('stage', { type: StageEnum, description: 'Where it stands in the process.' }),
    isBreached: t.exposeBoolean('isBreached', { description: 'Whether a deadline was breached that is still open.' }),
    department: t.field({
      type: Department,
      nullable: true,
      description: 'The handling department; null before it was routed.',
      resolve: (view, _args, { directory }) => directory.department(view.departmentId),
    }),
  }),
});

export const ShownInFocus = builder.objectRef<ComplaintView>('ShownInFocus').implement({
  description:
    'The complaint that a meeting looks at, as it shows it to who takes part and does not see it otherwise: without who complains, without files, and with nothing to do.',
  fields: (t) => ({
    number: t.exposeString('number', { description: 'Its number.' }),
    subject: maskedLine(t, {
      description: 'What it is about, in a line; empty when it was erased.',
      text: (row) => row.subject,
    }),
    description: maskedLine(t, {
      description: 'What the customer said, at length; empty when it was erased.',
      text: (view, { loaders }) => loaders.description.load(view.id),
    }),
    demand: maskedText(t, {
      description: 'What the customer wants; null when they did not say.',
      text: (row) => row.demand,
    }),
    channel: t.expose('channel', { type: ChannelEnum, description: 'The way by which it came.' }),
    severity: t.expose('severity', { type: SeverityEnum, description: 'How grave it is.' }),
    stage: t.expose('stage', { type: StageEnum, description: 'Where it stands in the process.' }),
    stageSince: t.expose('stageSince', { type: 'DateTime', description: 'Since when it is there.' }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', description: 'When it reached the company.' }),
    category: t.field({
      type: Category,
      nullable: true,
      description: 'What it is about, as a category; null before triage.',
      resolve: (view, _args, { directory }) => directory.category(view.categoryCode),
    }),
    department: t.field({
      type: Department,
      nullable: true,
      description: 'The handling department; null before it was routed.',
      resolve: (view, _args, { directory }) => directory.department(view.departmentId),
    }),
    assignee: t.field({
      type: Member,
      nullable: true,
      description: 'Who works on it now; null when nobody was named.',
      resolve: (view, _args, { directory }) => directory.member(view.assigneeId),
    }),
    nextDeadline: t.field({
      type: Deadline,
      nullable: true,
      description: 'The open deadline that is due first; null when no clock runs.',
      resolve: (view) => view.nextDeadline,
    }),
    pendingHandoff: t.field({
      type: Handoff,
      nullable: true,
      description: 'The handoff in flight; null without one.',
      resolve: ({ pendingHandoff, customer }) => pendingHandoff && { ...pendingHandoff, customer },
    }),
    declinedBy: t.field({
      type: [Department],
      description: 'While it is contested, the departments that declined it, in that order; else empty.',
      resolve: (view, _args, { directory }) => view.declinedByIds.flatMap((id) => directory.department(id) ?? []),
    }),
    hold: t.field({
      type: Hold,
      nullable: true,
      description: 'The hold that stands, or that waits for its approval; null without one.',
      resolve: (view) => view.hold,
    }),
    duties: t.field({
      type: [Duty],
      description: `What departments were given to do in this round, at most ${DUTIES}.`,
      complexity: { field: 5, multiplier: 10 },
      resolve: async ({ id, round }, _args, { loaders }) => {
        const { edges } = await loaders.duties.page(id, { first: DUTIES });
        return edges.map(({ node }) => node).filter((duty) => duty.round === round);
      },
    }),
  }),
});
