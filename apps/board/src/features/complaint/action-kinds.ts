import type { ComplaintView } from './complaint-documents.ts';

/** The business actions of the drawer, in the order in which it offers them. */
export const ACTION_KINDS = [
  'answer-handoff',
  'rule',
  'decide-appeal',
  'appeal',
  'claim',
  'assign',
  'contact',
  'comment',
  'hand-off',
  'withdraw',
  'route',
  'move',
] as const;

export type ActionKind = (typeof ACTION_KINDS)[number];

/** What the server lets this viewer do with the complaint now. */
export function offeredActions({ viewerCan, ruling }: Pick<ComplaintView, 'viewerCan' | 'ruling'>): ActionKind[] {
  const allowed: Record<ActionKind, boolean> = {
    'answer-handoff': viewerCan.answerHandoff,
    rule: viewerCan.rule,
    'decide-appeal': ruling?.viewerCan.decide ?? false,
    appeal: ruling?.viewerCan.appeal ?? false,
    claim: viewerCan.claim,
    assign: viewerCan.assign,
    contact: viewerCan.contact,
    comment: viewerCan.comment,
    'hand-off': viewerCan.handOff,
    withdraw: viewerCan.withdrawHandoff,
    route: viewerCan.route,
    move: viewerCan.move,
  };
  return ACTION_KINDS.filter((kind) => allowed[kind]);
}
