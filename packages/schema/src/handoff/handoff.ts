/** Handoffs: one department asks another to take a complaint over. */
import type { HandoffView } from '@redress/domain/reads/complaint-view';
import { builder } from '../builder.ts';
import { countedConnection } from '../connection.ts';
import { Department } from '../department/department.ts';
import { Member } from '../member/member.ts';
import { findChild } from '../node/find-child.ts';
import { Node, nodeId } from '../node/node.ts';
import { Ruling } from '../ruling/ruling.ts';
import { DeclinePresetEnum, HandoffStateEnum } from './vocabulary.ts';
import { maskedText } from '../masked-text.ts';

export const Handoff = builder.objectRef<HandoffView>('Handoff').implement({
  description:
    'A request to take a complaint over (转办). While it is pending the asking department stays the handling one: no complaint is ever without one.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Handoff', (id, ctx) => findChild(ctx, ctx.loaders.handoffs.byId, id))),
    from: t.field({
      type: Department,
      description: 'The department that asks.',
      resolve: (row, _args, { directory }) => directory.department(row.fromDepartmentId)!,
    }),
    to: t.field({
      type: Department,
      description: 'The department that is asked.',
      resolve: (row, _args, { directory }) => directory.department(row.toDepartmentId)!,
    }),
    state: t.expose('state', { type: HandoffStateEnum, description: 'Whether it was answered, and how.' }),
    reason: maskedText(t, {
      description: 'Why the other department should have it; null when erased.',
      text: (row) => row.reason,
    }),
    requestedAt: t.expose('requestedAt', { type: 'DateTime', description: 'When it was asked.' }),
    requestedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who asked; null when it was another system.',
      resolve: (row, _args, { directory }) => directory.member(row.requestedById),
    }),
    answeredAt: t.expose('answeredAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was accepted, declined or withdrawn; null while it is pending.',
    }),
    answeredBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who answered or withdrew it; null while it is pending, and when it was another system.',
      resolve: (row, _args, { directory }) => directory.member(row.answeredById),
    }),
    answerReason: maskedText(t, {
      description: 'Why it was declined or withdrawn, in words; null when none were given.',
      text: (row) => row.answerReason,
    }),
    declinePreset: t.expose('declinePreset', {
      type: DeclinePresetEnum,
      nullable: true,
      description: 'Why it was declined; null unless it was.',
    }),
    belongsTo: t.field({
      type: Department,
      nullable: true,
      description: 'Where the declining department says that it belongs; null when it did not say.',
      resolve: (row, _args, { directory }) => directory.department(row.belongsToDepartmentId),
    }),
    ruling: t.field({
      type: Ruling,
      nullable: true,
      description: 'The ruling that judged its decline; null unless it was declined and one has.',
      resolve: (row, _args, { loaders }) => (row.rulingId === null ? null : loaders.rulings.byId.load(row.rulingId)),
    }),
    unjustified: t.exposeBoolean('unjustified', {
      nullable: true,
      description:
        'Whether the ruling, or the appeal against it, found the decline wrong (无理退回): the complaint was that very department’s. Null when no ruling has judged it.',
    }),
    round: t.exposeInt('round', { description: 'The round of the complaint that it belongs to.' }),
  }),
});

export const HandoffConnection = countedConnection('Handoff', Handoff, 'Handoffs of a complaint, the newest first.');
