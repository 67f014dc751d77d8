/** Notifications: the entries of a member's inbox. They have no text of their own: clients word the kinds. */
import type { NotificationView } from '@redress/domain/reads/inbox';
import { loadNotifications } from '@redress/domain/reads/inbox';
import { builder } from '../builder.ts';
import { Complaint } from '../complaint/complaint.ts';
import { countedConnection } from '../connection.ts';
import { Deadline } from '../deadline/deadline.ts';
import { Duty } from '../duty/duty.ts';
import { Actor, actorOf } from '../event/actor.ts';
import { Handoff } from '../handoff/handoff.ts';
import { maskedText } from '../masked-text.ts';
import { Node, nodeId } from '../node/node.ts';
import { Approval } from '../resolution/approval.ts';
import { Resolution } from '../resolution/resolution.ts';
import { inboxReader } from './inbox-reader.ts';
import { NotificationKindEnum } from './vocabulary.ts';

export const Notification = builder.objectRef<NotificationView>('Notification').implement({
  description: "An entry of the caller's inbox. It is there while its complaint is in the caller's sight.",
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(
      nodeId('Notification', async (id, ctx) => {
        if (ctx.principal?.kind !== 'MEMBER') return null;
        return (await loadNotifications(ctx.db, inboxReader(ctx), [id]))[0] ?? null;
      }),
    ),
    kind: t.expose('kind', { type: NotificationKindEnum, description: 'What it tells.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was told.' }),
    readAt: t.expose('readAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the member read it; null before.',
    }),
    isWaiting: t.exposeBoolean('isWaiting', {
      description:
        'Whether it still waits for an answer, by anybody: a claim until somebody claimed, a breach while its clock runs; news until it is read.',
    }),
    complaint: t.field({
      type: Complaint,
      description: 'The complaint that it is about.',
      resolve: async ({ complaintId }, _args, { loaders }) => (await loaders.complaint.load(complaintId!))!,
    }),
    handoff: t.field({
      type: Handoff,
      nullable: true,
      description: 'The handoff that it is about; null when it is about none.',
      resolve: ({ kind, subjectId }, _args, { loaders }) =>
        kind === 'HANDOFF_ASKED' || kind === 'HANDOFF_ANSWERED' ? loaders.handoffs.byId.load(subjectId) : null,
    }),
    approval: t.field({
      type: Approval,
      nullable: true,
      description: 'The step of an approval that it is about; null when it is about none.',
      resolve: ({ kind, subjectId }, _args, { loaders }) =>
        kind === 'APPROVAL_ASKED' ? loaders.approvals.byId.load(subjectId) : null,
    }),
    resolution: t.field({
      type: Resolution,
      nullable: true,
      description: 'The resolution that it is about; null when it is about none.',
      resolve: async ({ kind, subjectId }, _args, { loaders }) => {
        if (kind === 'APPROVAL_DECIDED' || kind === 'RESOLUTION_ANSWERED')
          return loaders.resolutions.byId.load(subjectId);
        const step = kind === 'APPROVAL_ASKED' ? await loaders.approvals.byId.load(subjectId) : null;
        return step === null ? null : loaders.resolutions.byId.load(step.resolutionId);
      },
    }),
    duty: t.field({
      type: Duty,
      nullable: true,
      description: 'The duty that it is about; null when it is about none.',
      resolve: ({ kind, subjectId }, _args, { loaders }) =>
        kind === 'DUTY_GIVEN' ? loaders.duties.byId.load(subjectId) : null,
    }),
    deadline: t.field({
      type: Deadline,
      nullable: true,
      description:
        'The clock that it is about; else, while it runs, the one of its handoff or duty, else the one of its complaint that is due first. Null without any.',
      resolve: ({ deadlineId }, _args, { loaders }) =>
        deadlineId === null ? null : loaders.deadlines.byId.load(deadlineId),
    }),
    comment: maskedText(t, {
      description: 'The comment that names the member; null for other kinds, and when it was erased.',
      text: ({ kind, subjectId }, { loaders }) => (kind === 'MENTIONED' ? loaders.note.load(subjectId) : null),
    }),
    actor: t.field({
      type: Actor,
      nullable: true,
      description: 'Who brought it about; null: the system, by a deadline or a rule.',
      resolve: actorOf,
    }),
  }),
});

export const NotificationConnection = countedConnection('Notification', Notification, "Entries of the caller's inbox.");
