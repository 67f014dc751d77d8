/** Events of the complaint itself: taken in, routed, claimed, moved, assigned, graded, talked about. */
import {
  FactFieldEnum,
  SeverityEnum,
  StageEnum,
  StageRequirementEnum,
  TriageReasonEnum,
} from '../complaint/vocabulary.ts';
import { Contact } from '../contact/contact.ts';
import { Resolution } from '../resolution/resolution.ts';
import { RoutingRule } from '../category/routing-rule.ts';
import { Department } from '../department/department.ts';
import { Member } from '../member/member.ts';
import { complaintEvent } from './complaint-event.ts';
import { maskedNote } from '../masked-text.ts';

complaintEvent('ComplaintRegistered', 'A complaint was taken in.');

complaintEvent('ComplaintRouted', 'A complaint was sent to a department (派单).', (t) => ({
  fromDepartment: t.field({
    type: Department,
    nullable: true,
    description: 'The department that it was taken from; null when it had none.',
    resolve: ({ payload }, _args, { directory }) => directory.department(payload.fromDepartmentId),
  }),
  toDepartment: t.field({
    type: Department,
    description: 'The department that it was sent to.',
    resolve: ({ payload }, _args, { directory }) => directory.department(payload.toDepartmentId)!,
  }),
  rule: t.field({
    type: RoutingRule,
    nullable: true,
    description: 'The rule that sent it; null when a person did.',
    resolve: ({ payload }, _args, { directory }) => directory.routingRule(payload.ruleId),
  }),
  reason: maskedNote(t, 'Why; null when nothing was said, or it was erased.'),
}));

complaintEvent('SeverityChanged', 'A complaint was graded anew; its open clocks were computed again.', (t) => ({
  fromSeverity: t.field({ type: SeverityEnum, description: 'What it was.', resolve: ({ payload }) => payload.from }),
  toSeverity: t.field({ type: SeverityEnum, description: 'What it became.', resolve: ({ payload }) => payload.to }),
}));

complaintEvent(
  'ComplaintTriaged',
  'Triage proposed more than what the category says, or noticed anger. Who took it in may have graded it otherwise.',
  (t) => ({
    proposedSeverity: t.field({
      type: SeverityEnum,
      description: 'The severity that was proposed.',
      resolve: ({ payload }) => payload.proposed,
    }),
    triageReasons: t.field({
      type: [TriageReasonEnum],
      description: 'Why, in the order in which they raised it.',
      resolve: ({ payload }) => payload.because,
    }),
  }),
);

complaintEvent('ComplaintSettled', 'A complaint was settled at first contact (一线办结), by who took it in.', (t) => ({
  settledBy: t.field({
    type: Resolution,
    nullable: true,
    description: 'What settled it; null when it is not there any more.',
    resolve: ({ payload }, _args, { loaders }) => loaders.resolutions.byId.load(payload.resolutionId),
  }),
}));

complaintEvent('FactsCorrected', 'Facts of a complaint, or what the customer demands, were corrected.', (t) => ({
  facts: t.field({
    type: [FactFieldEnum],
    description: 'Which of them.',
    resolve: ({ payload }) => payload.fields,
  }),
}));

complaintEvent('ComplaintClaimed', 'A department took a complaint on (接单).', (t) => ({
  department: t.field({
    type: Department,
    description: 'The department.',
    resolve: ({ payload }, _args, { directory }) => directory.department(payload.departmentId)!,
  }),
}));

complaintEvent('ComplaintMoved', 'A complaint went to another stage, or to another place in its column.', (t) => ({
  fromStage: t.field({ type: StageEnum, description: 'Where it was.', resolve: ({ payload }) => payload.fromStage }),
  toStage: t.field({
    type: StageEnum,
    description: 'Where it went; the same stage when only its place changed.',
    resolve: ({ payload }) => payload.toStage,
  }),
  reason: maskedNote(t, 'Why; null when nothing was said, or it was erased.'),
  override: t.boolean({
    description: 'Whether a coordinator waived what was missing (特批放行).',
    resolve: ({ payload }) => payload.override,
  }),
  waived: t.field({
    type: [StageRequirementEnum],
    description: 'What was waived; empty without an override.',
    resolve: ({ payload }) => payload.waived,
  }),
}));

complaintEvent('ComplaintAssigned', 'Somebody was named to work on a complaint, or nobody any more.', (t) => ({
  fromAssignee: t.field({
    type: Member,
    nullable: true,
    description: 'Who worked on it before; null when nobody did.',
    resolve: ({ payload }, _args, { directory }) => directory.member(payload.fromMemberId),
  }),
  toAssignee: t.field({
    type: Member,
    nullable: true,
    description: 'Who works on it now; null when nobody does.',
    resolve: ({ payload }, _args, { directory }) => directory.member(payload.toMemberId),
  }),
}));

complaintEvent('ContactRecorded', 'A contact with the customer was recorded.', (t) => ({
  contact: t.field({
    type: Contact,
    description: 'The contact.',
    resolve: async ({ payload }, _args, { loaders }) => (await loaders.contacts.byId.load(payload.contactId))!,
  }),
}));

complaintEvent('CommentAdded', 'A colleague commented.', (t) => ({
  text: maskedNote(t, 'What they said; null when it was erased.'),
  mentions: t.field({
    type: [Member],
    description: 'The colleagues whom they named.',
    resolve: ({ payload }, _args, { directory }) => payload.mentionedIds.flatMap((id) => directory.member(id) ?? []),
  }),
}));
