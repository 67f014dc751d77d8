/** Resolutions: how a complaint is settled. */
import type { ResolutionView } from '@redress/domain/reads/complaint-view';
import type { ApprovalRole } from '@redress/domain/rules/approval';
import { isAnswerable } from '@redress/domain/rules/resolution';
import { attachedFiles } from '../attachment/attached.ts';
import { Attachment } from '../attachment/attachment.ts';
import { builder } from '../builder.ts';
import { countedConnection } from '../connection.ts';
import { maskedText } from '../masked-text.ts';
import { Member } from '../member/member.ts';
import { RoleEnum } from '../member/role.ts';
import { Money, moneyOf } from '../money/money.ts';
import { findChild } from '../node/find-child.ts';
import { Node, nodeId } from '../node/node.ts';
import { PromiseToCustomer } from '../promise/promise-to-customer.ts';
import { Approval } from './approval.ts';
import { ApprovalStateEnum, ResolutionKindEnum, ResolutionStateEnum } from './vocabulary.ts';

export const Resolution = builder.objectRef<ResolutionView>('Resolution').implement({
  description:
    'One way of settling a complaint (处理方案): approved where it must be, offered to the customer, carried out with proof.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Resolution', (id, ctx) => findChild(ctx, ctx.loaders.resolutions.byId, id))),
    kind: t.expose('kind', { type: ResolutionKindEnum, description: 'What is given or done.' }),
    state: t.expose('state', { type: ResolutionStateEnum, description: 'How far it has come.' }),
    what: maskedText(t, {
      description: 'What exactly, as the customer reads it; null when it was erased.',
      text: (row) => row.what,
    }),
    amount: t.field({
      type: Money,
      nullable: true,
      description: 'What it costs or is worth; null when that was not said.',
      resolve: ({ amountMinor, currency }) => moneyOf(amountMinor, currency),
    }),
    standard: t.field({
      type: Money,
      nullable: true,
      description: 'What the standard of the category allows for it; null when it says nothing of it.',
      resolve: ({ standardMinor, currency }) => moneyOf(standardMinor, currency),
    }),
    deviates: t.exposeBoolean('deviates', {
      description: 'Whether the amount leaves the standard (超出标准): then it takes an approval.',
    }),
    approval: t.expose('approval', {
      type: ApprovalStateEnum,
      description: 'Whether it takes an approval, and has it.',
    }),
    approvalRoles: t.field({
      type: [RoleEnum],
      description: 'Whose approval it takes, in this order; empty when it takes none.',
      resolve: (row) => row.approvalRoles as ApprovalRole[],
    }),
    approvals: t.field({
      type: [Approval],
      description: 'The steps that were asked so far, in their order.',
      resolve: ({ id }, _args, { loaders }) => loaders.approvalsOf.load(id),
    }),
    byCustomer: t.exposeBoolean('byCustomer', { description: 'Whether the customer proposed it.' }),
    proposedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who proposed it; null when the customer did, or another system.',
      resolve: (row, _args, { directory }) => directory.member(row.proposedById),
    }),
    proposedAt: t.expose('proposedAt', { type: 'DateTime', description: 'When it was proposed.' }),
    offeredAt: t.expose('offeredAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last offered to the customer; null before.',
    }),
    offerKey: t.exposeString('offerId', {
      nullable: true,
      description:
        'Options with the same key are one offer: choosing one takes the others back. Null before it was offered.',
    }),
    answerUntil: t.expose('answerUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when the customer may answer; null without end, and before it was offered.',
    }),
    isAnswerable: t.boolean({
      description: 'Whether the customer may answer it now: it is offered, and its time is not over.',
      resolve: (row, _args, { now }) => isAnswerable(row, now()),
    }),
    answeredAt: t.expose('answeredAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was answered; null before.',
    }),
    answerNote: maskedText(t, {
      description: "The customer's words, or the company's to a proposal; null when nothing was said.",
      text: (row) => row.answerNote,
    }),
    answeredBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who took the answer down, or gave it for the company; null when the customer did on their page.',
      resolve: (row, _args, { directory }) => directory.member(row.answeredById),
    }),
    carryOutBy: t.expose('carryOutBy', {
      type: 'DateTime',
      nullable: true,
      description: 'By when it is to be carried out; null when that was not said.',
    }),
    promise: t.field({
      type: PromiseToCustomer,
      nullable: true,
      description: 'The promise that `carryOutBy` became when it was accepted; null without one.',
      resolve: ({ promiseId }, _args, { loaders }) =>
        promiseId === null ? null : loaders.promises.byId.load(promiseId),
    }),
    carriedOutAt: t.expose('carriedOutAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was reported done; null before.',
    }),
    carriedOutBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who reported it done; null before, and when it was another system.',
      resolve: (row, _args, { directory }) => directory.member(row.carriedOutById),
    }),
    proofNote: maskedText(t, {
      description: 'What proves it; null before, and when files do.',
      text: (row) => row.proofNote,
    }),
    proofs: t.field({
      type: [Attachment],
      description: 'The files that prove it, those included that were removed since; empty before, and when words do.',
      resolve: ({ proofIds }, _args, ctx) => attachedFiles(proofIds, ctx),
    }),
    repeatCount: t.exposeInt('repeatCount', {
      description:
        'How many payments this customer had within a year when it was last looked at: proposed, offered or approved.',
    }),
    round: t.exposeInt('round', { description: 'The round of the complaint that it belongs to.' }),
  }),
});

export const ResolutionConnection = countedConnection(
  'Resolution',
  Resolution,
  'Resolutions of a complaint, in the order in which they were proposed.',
);
