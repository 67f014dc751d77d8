/** Surveys: how the customer found what came of their complaint, and how it was handled. */
import type { SurveyView } from '@redress/domain/reads/complaint-view';
import { builder } from '../builder.ts';
import { countedConnection } from '../connection.ts';
import { maskedText } from '../masked-text.ts';
import { Member } from '../member/member.ts';
import { findChild } from '../node/find-child.ts';
import { Node, nodeId } from '../node/node.ts';
import { SurveyStateEnum, SurveyViaEnum } from './vocabulary.ts';

export const Survey = builder.objectRef<SurveyView>('Survey').implement({
  description: 'The survey of a round (满意度评价).',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Survey', (id, ctx) => findChild(ctx, ctx.loaders.surveys.byId, id))),
    state: t.expose('state', { type: SurveyStateEnum, description: 'How it stands.' }),
    round: t.exposeInt('round', { description: 'The round of the complaint that it is about.' }),
    askedAt: t.expose('askedAt', { type: 'DateTime', description: 'When the customer was asked.' }),
    reminders: t.exposeInt('reminders', { description: 'How often they were reminded: at most 2.' }),
    nextAt: t.expose('nextAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When they are reminded next, or it is given up; null once it is over.',
    }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'Until when it can be answered.' }),
    attempts: t.exposeInt('attempts', { description: 'How often somebody called about it and reached nobody.' }),
    attemptedAt: t.expose('attemptedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the last of these calls was; null before the first.',
    }),
    outcomeScore: t.exposeInt('outcomeScore', {
      nullable: true,
      description: 'How the customer found what came of it: 1 (worst) to 5; null before they answered.',
    }),
    handlingScore: t.exposeInt('handlingScore', {
      nullable: true,
      description: 'How they found the way it was handled: 1 (worst) to 5; null before they answered.',
    }),
    comment: maskedText(t, {
      description: 'What they said to it; null when nothing, or it was erased.',
      text: ({ comment }) => comment,
    }),
    via: t.expose('via', {
      type: SurveyViaEnum,
      nullable: true,
      description: 'How they answered; null before they did.',
    }),
    answeredAt: t.expose('answeredAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When they answered; null before they did.',
    }),
    recordedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who took the answer down; null when the customer gave it on their page, and before.',
      resolve: (row, _args, { directory }) => directory.member(row.recordedById),
    }),
  }),
});

export const SurveyConnection = countedConnection('Survey', Survey, 'Surveys of a complaint, the newest first.');
