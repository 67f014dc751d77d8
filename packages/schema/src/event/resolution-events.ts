/** Events of resolutions and of their approvals. */
import { builder } from '../builder.ts';
import type { Loaders } from '../loaders.ts';
import { maskedNote } from '../masked-text.ts';
import { RoleEnum } from '../member/role.ts';
import { Approval } from '../resolution/approval.ts';
import { Resolution } from '../resolution/resolution.ts';
import { complaintEvent } from './complaint-event.ts';

interface Telling<P> {
  payload: P;
}

const resolution = {
  type: Resolution,
  description: 'The resolution, as it is now.',
  resolve: async ({ payload }: Telling<{ resolutionId: string }>, _args: object, { loaders }: { loaders: Loaders }) =>
    (await loaders.resolutions.byId.load(payload.resolutionId))!,
} as const;

const approval = {
  type: Approval,
  description: 'The step, as it is now.',
  resolve: async ({ payload }: Telling<{ approvalId: string }>, _args: object, { loaders }: { loaders: Loaders }) =>
    (await loaders.approvals.byId.load(payload.approvalId))!,
} as const;

const AnsweredByEnum = builder.enumType('AnsweredBy', {
  description: 'Whose answer it was.',
  values: {
    CUSTOMER: { description: "The customer's, to an offer." },
    COMPANY: { description: "The company's, to what the customer proposed." },
  },
});

const WithdrawnBecauseEnum = builder.enumType('WithdrawnBecause', {
  description: 'Why a resolution went off the table. More may be added: have a default branch.',
  values: {
    BY_HAND: { description: 'Somebody took it back.' },
    OTHER_CHOSEN: { description: 'The customer chose another option of the same offer.' },
    REPLACED: { description: 'The customer proposed something else instead.' },
    CLOSED: { description: 'The complaint was closed.' },
    REOPENED: { description: 'A new round began.' },
  },
});

complaintEvent('ResolutionProposed', 'A way of settling it was drafted, or the customer proposed one.', (t) => ({
  resolution: t.field(resolution),
  byCustomer: t.boolean({
    description: 'Whether the customer proposed it.',
    resolve: ({ payload }) => payload.byCustomer,
  }),
}));

complaintEvent('ResolutionOffered', 'The customer was offered one or several ways of settling it.', (t) => ({
  resolutions: t.field({
    type: [Resolution],
    description: 'The options, as they are now.',
    resolve: async ({ payload }, _args, { loaders }) => {
      const found = await loaders.resolutions.byId.loadMany(payload.resolutionIds);
      return found.flatMap((row) => (row === null || row instanceof Error ? [] : [row]));
    },
  }),
  answerUntil: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'Until when they may answer; null without end.',
    resolve: ({ payload }) => (payload.answerUntil === null ? null : new Date(payload.answerUntil)),
  }),
}));

complaintEvent('ResolutionAnswered', 'An offer, or a proposal of the customer, was accepted or refused.', (t) => ({
  resolution: t.field(resolution),
  accepted: t.boolean({ description: 'Whether it was accepted.', resolve: ({ payload }) => payload.accepted }),
  by: t.field({ type: AnsweredByEnum, description: 'Whose answer it was.', resolve: ({ payload }) => payload.by }),
}));

complaintEvent('ResolutionCarriedOut', 'A resolution was carried out, with proof.', (t) => ({
  resolution: t.field(resolution),
}));

complaintEvent('ResolutionWithdrawn', 'A resolution went off the table.', (t) => ({
  resolution: t.field(resolution),
  withdrawnBecause: t.field({
    type: WithdrawnBecauseEnum,
    description: 'Why.',
    resolve: ({ payload }) => payload.because,
  }),
  reason: maskedNote(t, 'In words; null unless somebody took it back, and when it was erased.'),
}));

complaintEvent('ApprovalAsked', 'A resolution waits for its approval, or for the next step of it.', (t) => ({
  approval: t.field(approval),
  resolution: t.field(resolution),
  role: t.field({ type: RoleEnum, description: 'Who is to decide.', resolve: ({ payload }) => payload.role }),
}));

complaintEvent('ApprovalDecided', 'A step of the approval of a resolution was decided.', (t) => ({
  approval: t.field(approval),
  resolution: t.field(resolution),
  approved: t.boolean({ description: 'Whether it was approved.', resolve: ({ payload }) => payload.approved }),
}));
