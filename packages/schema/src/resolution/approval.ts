/** Approvals: the steps that a resolution takes before the customer hears of it. */
import type { ApprovalView } from '@redress/domain/reads/complaint-view';
import { approvalBar } from '@redress/domain/rules/approval';
import { builder } from '../builder.ts';
import { maskedText } from '../masked-text.ts';
import { Member } from '../member/member.ts';
import { RoleEnum } from '../member/role.ts';
import { findChild } from '../node/find-child.ts';
import { Node, nodeId } from '../node/node.ts';
import { viewerDependent } from '../viewer-dependent.ts';
import { ApprovalStateEnum } from './vocabulary.ts';

export const Approval = builder.objectRef<ApprovalView>('Approval').implement({
  description: 'One step of the approval of a resolution (审批). The next one is asked when this one was given.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Approval', (id, ctx) => findChild(ctx, ctx.loaders.approvals.byId, id))),
    step: t.exposeInt('step', { description: 'Its place on the ladder, from 1.' }),
    role: t.expose('role', { type: RoleEnum, description: 'Who decides it: anybody of this role who may.' }),
    state: t.expose('state', { type: ApprovalStateEnum, description: 'What came of it.' }),
    requestedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who asked for it; null when it was another system.',
      resolve: (row, _args, { directory }) => directory.member(row.requestedById),
    }),
    requestedAt: t.expose('requestedAt', { type: 'DateTime', description: 'When it was asked for.' }),
    decidedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who decided; null before, and when nobody has to any more.',
      resolve: (row, _args, { directory }) => directory.member(row.decidedById),
    }),
    decidedAt: t.expose('decidedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was decided, or needed no longer; null before.',
    }),
    reason: maskedText(t, { description: 'Why; null when nothing was said.', text: (row) => row.reason }),
    viewerCanDecide: t.boolean({
      description:
        'Whether `approvalDecide` is theirs to do: it is their turn, they did not ask for it, and they decided no step before. Depends on the viewer.',
      extensions: viewerDependent,
      resolve: async (row, _args, { principal, loaders }) => {
        if (principal === null || row.state !== 'PENDING') return false;
        const [resolution, steps] = await Promise.all([
          loaders.resolutions.byId.load(row.resolutionId),
          loaders.approvalsOf.load(row.resolutionId),
        ]);
        const before = steps.filter(({ step }) => step < row.step).map(({ decidedById }) => decidedById);
        return approvalBar(principal, row, resolution?.proposedById ?? null, before) === null;
      },
    }),
  }),
});
