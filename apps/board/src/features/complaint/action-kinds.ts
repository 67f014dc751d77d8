import type { ComplaintView } from './complaint-documents.ts';

/** The business actions of the drawer, in the order in which it offers them. */
export const ACTION_KINDS = [
  'answer-handoff',
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
export function offeredActions({ viewerCan }: Pick<ComplaintView, 'viewerCan'>): ActionKind[] {
  const allowed: Record<ActionKind, boolean> = {
    'answer-handoff': viewerCan.answerHandoff,
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
