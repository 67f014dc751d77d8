/** Home visits: an appointment with the customer, and what became of it. */
import type { VisitView } from '@redress/domain/reads/complaint-view';
import { Attachment } from '../attachment/attachment.ts';
import { builder } from '../builder.ts';
import { countedConnection } from '../connection.ts';
import { maskedText } from '../masked-text.ts';
import { Member } from '../member/member.ts';
import { membersOf } from '../member/roles.ts';
import { findChild } from '../node/find-child.ts';
import { Node, nodeId } from '../node/node.ts';

export const VisitStateEnum = builder.enumType('VisitState', {
  description: 'What became of a home visit.',
  values: {
    PLANNED: { description: 'It is still to come, or nobody has said yet how it went.' },
    DONE: { description: 'The visitors were there, and the customer signed the record.' },
    NO_SHOW: { description: 'Nobody was at home.' },
    CANCELLED: { description: 'It was called off, or the complaint was closed before.' },
  },
});

export const Visit = builder.objectRef<VisitView>('Visit').implement({
  description: 'A home visit (上门): an appointment, and two visitors or more.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Visit', (id, ctx) => findChild(ctx, ctx.loaders.visits.byId, id))),
    state: t.expose('state', { type: VisitStateEnum, description: 'What became of it.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When the customer expects the visitors.' }),
    place: maskedText(t, { description: 'Where; null when it was erased.', text: (row) => row.place }),
    visitors: t.field({
      type: [Member],
      description: 'Who goes: two or more, none of whom the complaint is about.',
      resolve: (row, _args, { directory }) => membersOf(directory, row.visitorIds),
    }),
    record: maskedText(t, {
      description: 'The record of it, or why there is none; null while it is planned, and when it was erased.',
      text: (row) => row.record,
    }),
    recordFile: t.field({
      type: Attachment,
      nullable: true,
      description: 'The record as the customer signed it; null without one.',
      resolve: ({ recordFileId }, _args, { loaders }) =>
        recordFileId === null ? null : loaders.attachments.byId.load(recordFileId),
    }),
    plannedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who planned it; null when it was another system.',
      resolve: (row, _args, { directory }) => directory.member(row.plannedById),
    }),
    plannedAt: t.expose('plannedAt', { type: 'DateTime', description: 'When it was planned.' }),
    endedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who said what became of it; null while it is planned, and when it was another system.',
      resolve: (row, _args, { directory }) => directory.member(row.endedById),
    }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When that was said; null while it is planned.',
    }),
    round: t.exposeInt('round', { description: 'The round of the complaint that it belongs to.' }),
  }),
});

export const VisitConnection = countedConnection('Visit', Visit, 'Home visits of a complaint, the newest first.');
