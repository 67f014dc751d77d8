/** Events of ladders, urging and supervision. */
import { Deadline } from '../deadline/deadline.ts';
import { builder } from '../builder.ts';
import { Department } from '../department/department.ts';
import { Escalation } from '../escalation/escalation.ts';
import { Member } from '../member/member.ts';
import { membersOf } from '../member/roles.ts';
import { complaintEvent } from './complaint-event.ts';
import { maskedNote } from '../masked-text.ts';

complaintEvent('ComplaintEscalated', 'A level of a ladder was reached (升级), or a person escalated (上报).', (t) => ({
  escalation: t.field({
    type: Escalation,
    description: 'The escalation, as it is now.',
    resolve: async ({ payload }, _args, { loaders }) => (await loaders.escalations.byId.load(payload.escalationId))!,
  }),
  level: t.int({ description: 'The level that was reached, from 1.', resolve: ({ payload }) => payload.level }),
  missedDeadline: t.field({
    type: Deadline,
    nullable: true,
    description: 'The deadline that was missed, as it is now; null when a person escalated.',
    resolve: ({ payload }, _args, { loaders }) =>
      payload.deadlineId === null ? null : loaders.deadlines.byId.load(payload.deadlineId),
  }),
  members: t.field({
    type: [Member],
    description: 'Whom this level named.',
    resolve: ({ payload }, _args, { directory }) => membersOf(directory, payload.memberIds),
  }),
  reason: maskedNote(t, 'Why a person escalated; null for a breach, or when it was erased.'),
}));

complaintEvent('EscalationTaken', 'Somebody took the escalated complaint on: no further level fires.', (t) => ({
  escalation: t.field({
    type: Escalation,
    description: 'The escalation, as it is now.',
    resolve: async ({ payload }, _args, { loaders }) => (await loaders.escalations.byId.load(payload.escalationId))!,
  }),
  note: maskedNote(t, 'What is done about it; null when nothing was said, or it was erased.'),
}));

complaintEvent('ComplaintUrged', 'A colleague urged the complaint (催办).', (t) => ({
  handlingDepartment: t.field({
    type: Department,
    nullable: true,
    description: 'The department that handled it then; null when none did.',
    resolve: ({ payload }, _args, { directory }) => directory.department(payload.departmentId),
  }),
  text: maskedNote(t, 'What they said; null when it was erased.'),
}));

complaintEvent('SupervisionBegan', 'A coordinator holds the case until it moves (督办).', (t) => ({
  supervisor: t.field({
    type: Member,
    nullable: true,
    description: 'The coordinator; null when it was another system, or there is none.',
    resolve: ({ payload }, _args, { directory }) => directory.member(payload.supervisorId),
  }),
  byLadder: t.boolean({
    description: 'Whether a level of a ladder asked for it.',
    resolve: ({ payload }) => payload.byLadder,
  }),
  reason: maskedNote(t, 'Why a person began it; null when a ladder did, or it was erased.'),
}));

const SupervisionEnd = builder.enumType('SupervisionEnd', {
  description: 'Why a supervision ended.',
  values: {
    MOVED: { description: 'The case went to another stage.' },
    BY_HAND: { description: 'A coordinator ended it.' },
  },
});

complaintEvent('SupervisionEnded', 'Nobody supervises the case any more.', (t) => ({
  because: t.field({ type: SupervisionEnd, description: 'Why.', resolve: ({ payload }) => payload.because }),
  note: maskedNote(t, 'What came of it; null when nothing was said, or it was erased.'),
}));
