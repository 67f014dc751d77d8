/** Consultations: colleagues who sat together over a grave case. */
import type { ConsultationView } from '@redress/domain/reads/complaint-view';
import { builder } from '../builder.ts';
import { countedConnection } from '../connection.ts';
import { maskedText } from '../masked-text.ts';
import { Member } from '../member/member.ts';
import { membersOf } from '../member/roles.ts';
import { findChild } from '../node/find-child.ts';
import { Node, nodeId } from '../node/node.ts';

export const Consultation = builder.objectRef<ConsultationView>('Consultation').implement({
  description: 'A record of consultation (会商): who sat together about a case, and what they came to.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Consultation', (id, ctx) => findChild(ctx, ctx.loaders.consultations.byId, id))),
    at: t.expose('at', { type: 'DateTime', description: 'When they met.' }),
    members: t.field({
      type: [Member],
      description: 'Who sat together: two or more.',
      resolve: (row, _args, { directory }) => membersOf(directory, row.memberIds),
    }),
    summary: maskedText(t, { description: 'What was said; null when it was erased.', text: (row) => row.summary }),
    decision: maskedText(t, {
      description: 'What they came to; null when it was erased.',
      text: (row) => row.decision,
    }),
    recordedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who wrote it down; null when it was another system.',
      resolve: (row, _args, { directory }) => directory.member(row.byId),
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was written down.' }),
    round: t.exposeInt('round', { description: 'The round of the complaint that it belongs to.' }),
  }),
});

export const ConsultationConnection = countedConnection(
  'Consultation',
  Consultation,
  'Consultations about a complaint, the newest first.',
);
