/** Final answers: the company's last word to a customer whom no round satisfied. */
import type { FinalAnswerView } from '@redress/domain/reads/complaint-view';
import { builder } from '../builder.ts';
import { countedConnection } from '../connection.ts';
import { maskedText } from '../masked-text.ts';
import { Member } from '../member/member.ts';
import { findChild } from '../node/find-child.ts';
import { Node, nodeId } from '../node/node.ts';
import { viewerDependent } from '../viewer-dependent.ts';
import { FinalAnswerStateEnum } from './vocabulary.ts';

export const FinalAnswer = builder.objectRef<FinalAnswerView>('FinalAnswer').implement({
  description: "The company's last word (终结答复): a supervisor's, reviewed for the law by a second person.",
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('FinalAnswer', (id, ctx) => findChild(ctx, ctx.loaders.finalAnswers.byId, id))),
    state: t.expose('state', { type: FinalAnswerStateEnum, description: 'How it stands.' }),
    round: t.exposeInt('round', { description: 'The round of the complaint that it ends.' }),
    text: maskedText(t, {
      description: 'What the customer reads; null when it was erased.',
      text: ({ text }) => text,
    }),
    requestedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who wrote it; null when it was another system.',
      resolve: (row, _args, { directory }) => directory.member(row.requestedById),
    }),
    requestedAt: t.expose('requestedAt', { type: 'DateTime', description: 'When its review was asked for.' }),
    reviewer: t.field({
      type: Member,
      nullable: true,
      description: 'Who reviews it.',
      resolve: (row, _args, { directory }) => directory.member(row.reviewerId),
    }),
    decidedAt: t.expose('decidedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was given or sent back; null while it waits.',
    }),
    reason: maskedText(t, {
      description: 'What the reviewer said to it; null when nothing, or it was erased.',
      text: ({ reason }) => reason,
    }),
    viewerDecides: t.boolean({
      description: 'Whether `finalAnswerDecide` is the caller’s to do. Depends on the viewer.',
      extensions: viewerDependent,
      resolve: ({ state, reviewerId }, _args, { principal }) =>
        state === 'REQUESTED' && principal?.kind === 'MEMBER' && principal.id === reviewerId,
    }),
  }),
});

export const FinalAnswerConnection = countedConnection(
  'FinalAnswer',
  FinalAnswer,
  'Final answers of a complaint, the newest first.',
);
