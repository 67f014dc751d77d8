/** Rulings on contested complaints, and their appeals. */
import type { RulingView } from '@redress/domain/reads/complaint-view';
import { rulingPermissions } from '@redress/domain/rules/rulings';
import type { RulingPermissions as RulingPermissionsSource } from '@redress/domain/rules/rulings';
import { builder } from '../builder.ts';
import { countedConnection } from '../connection.ts';
import type { SchemaContext } from '../context.ts';
import { Department } from '../department/department.ts';
import { Member } from '../member/member.ts';
import { findChild } from '../node/find-child.ts';
import { Node, nodeId } from '../node/node.ts';
import { viewerDependent } from '../viewer-dependent.ts';
import { AppealStateEnum } from './vocabulary.ts';
import { maskedText } from '../masked-text.ts';

const RulingPermissions = builder.objectRef<RulingPermissionsSource>('RulingPermissions').implement({
  description: 'What the caller may do about a ruling now. Depends on the viewer.',
  fields: (t) => ({
    appeal: t.exposeBoolean('appeal', { description: 'Whether `rulingAppeal` is theirs to do.' }),
    decide: t.exposeBoolean('decide', { description: 'Whether `appealDecide` is theirs to do.' }),
  }),
});

async function permissions(
  row: RulingView,
  { principal, loaders, now }: SchemaContext,
): Promise<RulingPermissionsSource> {
  const [complaint, current] = await Promise.all([
    loaders.complaint.load(row.complaintId),
    loaders.currentRuling.load(row.complaintId),
  ]);
  if (principal === null || complaint === null || current?.id !== row.id) return { appeal: false, decide: false };
  return rulingPermissions(principal, row, complaint, now());
}

export const Ruling = builder.objectRef<RulingView>('Ruling').implement({
  description:
    "A coordinator's word on whose a contested complaint is (裁定). It is carried out first, and may be appealed for a time.",
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Ruling', (id, ctx) => findChild(ctx, ctx.loaders.rulings.byId, id))),
    from: t.field({
      type: Department,
      description: 'The department that had the complaint, and had asked others to take it over.',
      resolve: (row, _args, { directory }) => directory.department(row.fromDepartmentId)!,
    }),
    department: t.field({
      type: Department,
      description: 'The department that was ruled to have it; where an appeal sent it instead, `overturnedTo` says.',
      resolve: (row, _args, { directory }) => directory.department(row.departmentId)!,
    }),
    reason: maskedText(t, { description: 'Why; null when it was erased.', text: (row) => row.reason }),
    ruledAt: t.expose('ruledAt', { type: 'DateTime', description: 'When it was ruled.' }),
    ruledBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who ruled; null when it was another system.',
      resolve: (row, _args, { directory }) => directory.member(row.ruledById),
    }),
    appealUntil: t.expose('appealUntil', { type: 'DateTime', description: 'Until when it may be appealed.' }),
    appealState: t.expose('appealState', {
      type: AppealStateEnum,
      description: 'Whether it was appealed, and what came of it.',
    }),
    appealReason: maskedText(t, {
      description: 'Why it was appealed; null when it was not, or the reason was erased.',
      text: (row) => row.appealReason,
    }),
    appealedAt: t.expose('appealedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was appealed; null when it was not.',
    }),
    appealedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who appealed; null when nobody did.',
      resolve: (row, _args, { directory }) => directory.member(row.appealedById),
    }),
    decidedAt: t.expose('decidedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the appeal was decided; null before.',
    }),
    decidedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who decided on the appeal; null before.',
      resolve: (row, _args, { directory }) => directory.member(row.decidedById),
    }),
    decisionReason: maskedText(t, {
      description: 'Why the appeal was decided so; null before, and when it was erased.',
      text: (row) => row.decisionReason,
    }),
    overturnedTo: t.field({
      type: Department,
      nullable: true,
      description: 'The department that has it by the appeal; null unless the ruling was overturned.',
      resolve: (row, _args, { directory }) => directory.department(row.overturnedToId),
    }),
    round: t.exposeInt('round', { description: 'The round of the complaint that it belongs to.' }),
    viewerCan: t.field({
      type: RulingPermissions,
      description: 'What the caller may do about it now. Depends on the viewer.',
      extensions: viewerDependent,
      resolve: (row, _args, ctx) => permissions(row, ctx),
    }),
  }),
});

export const RulingConnection = countedConnection('Ruling', Ruling, 'Rulings on a complaint, the newest first.');
