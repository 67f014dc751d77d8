/** Written answers to agencies, each reviewed by a second person before it is sent. */
import type { RegulatorAnswerView } from '@redress/domain/reads/complaint-view';
import { permissionsOn } from '@redress/domain/rules/permissions';
import { builder } from '../builder.ts';
import { permissionFacts } from '../complaint/complaint-facts.ts';
import { countedConnection } from '../connection.ts';
import { maskedText } from '../masked-text.ts';
import { Member } from '../member/member.ts';
import { findChild } from '../node/find-child.ts';
import { Node, nodeId } from '../node/node.ts';
import { viewerDependent } from '../viewer-dependent.ts';
import { RegulatorAnswerStateEnum } from './vocabulary.ts';

export const RegulatorAnswer = builder.objectRef<RegulatorAnswerView>('RegulatorAnswer').implement({
  description: 'A written answer to an agency (监管答复).',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('RegulatorAnswer', (id, ctx) => findChild(ctx, ctx.loaders.regulatorAnswers.byId, id))),
    state: t.expose('state', { type: RegulatorAnswerStateEnum, description: 'How it stands.' }),
    text: maskedText(t, { description: 'What the agency reads; null when it was erased.', text: ({ text }) => text }),
    writtenBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who wrote it; null when it was another system.',
      resolve: (row, _args, { directory }) => directory.member(row.writtenById),
    }),
    writtenAt: t.expose('writtenAt', { type: 'DateTime', description: 'When it was handed in for review.' }),
    reviewedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who reviewed it; null before.',
      resolve: (row, _args, { directory }) => directory.member(row.reviewedById),
    }),
    reviewedAt: t.expose('reviewedAt', { type: 'DateTime', nullable: true, description: 'When; null before.' }),
    reason: maskedText(t, {
      description: 'What the reviewer said to it; null when nothing, or it was erased.',
      text: ({ reason }) => reason,
    }),
    sentAt: t.expose('sentAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the agency had it; null before.',
    }),
    viewerReviews: t.boolean({
      description: 'Whether `regulatorAnswerReview` is the caller’s to do: never of their own. Depends on the viewer.',
      extensions: viewerDependent,
      resolve: async ({ state, writtenById, complaintId }, _args, { principal, loaders }) => {
        if (state !== 'WRITTEN' || principal === null) return false;
        if (principal.kind === 'MEMBER' && principal.id === writtenById) return false;
        const complaint = await loaders.complaint.load(complaintId);
        return complaint !== null && permissionsOn(principal, permissionFacts(complaint)).reviewRegulatorAnswer;
      },
    }),
  }),
});

export const RegulatorAnswerConnection = countedConnection(
  'RegulatorAnswer',
  RegulatorAnswer,
  'Written answers to an agency, the newest first.',
);
