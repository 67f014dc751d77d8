import type { ComplaintView } from './complaint-documents.ts';
import { stepToDecide } from './resolution-steps.ts';

/** The business actions of the drawer, in the order in which it offers them. */
export const ACTION_KINDS = [
  'answer-handoff',
  'rule',
  'approve-hold',
  'refuse-hold',
  'withdraw-hold',
  'decide-approval',
  'decide-appeal',
  'appeal',
  'take-on',
  'claim',
  'assign',
  'contact',
  'set-facts',
  'comment',
  'hold',
  'resume',
  'hand-off',
  'withdraw',
  'survey',
  'route',
  'move',
  'urge',
  'escalate',
  'supervise',
  'supervise-end',
] as const;

export type ActionKind = (typeof ACTION_KINDS)[number];

type OfferFacts = Pick<
  ComplaintView,
  'viewerCan' | 'ruling' | 'resolutions' | 'escalation' | 'supervisedAt' | 'supervisedBy'
>;

/** What the server lets this viewer do with the complaint now. */
export function offeredActions(complaint: OfferFacts, viewer: { id: string }): ActionKind[] {
  const { viewerCan, ruling, resolutions, escalation, supervisedAt, supervisedBy } = complaint;
  const allowed: Record<ActionKind, boolean> = {
    'answer-handoff': viewerCan.answerHandoff,
    rule: viewerCan.rule,
    'approve-hold': viewerCan.approveHold,
    'refuse-hold': viewerCan.refuseHold && viewerCan.approveHold,
    // Who asked may never approve: to them, refusing is taking the request back.
    'withdraw-hold': viewerCan.refuseHold && !viewerCan.approveHold,
    'decide-approval': resolutions.nodes.some((one) => stepToDecide(one) !== undefined),
    'decide-appeal': ruling?.viewerCan.decide ?? false,
    appeal: ruling?.viewerCan.appeal ?? false,
    'take-on': viewerCan.takeOn && escalation !== null,
    claim: viewerCan.claim,
    assign: viewerCan.assign,
    contact: viewerCan.contact,
    'set-facts': viewerCan.setFacts,
    comment: viewerCan.comment,
    hold: viewerCan.hold,
    resume: viewerCan.resume,
    'hand-off': viewerCan.handOff,
    withdraw: viewerCan.withdrawHandoff,
    survey: viewerCan.survey,
    route: viewerCan.route,
    move: viewerCan.move,
    urge: viewerCan.urge,
    escalate: viewerCan.escalate,
    // From another coordinator they take it over.
    supervise: viewerCan.supervise && (supervisedAt === null || supervisedBy?.id !== viewer.id),
    'supervise-end': viewerCan.supervise && supervisedAt !== null,
  };
  return ACTION_KINDS.filter((kind) => allowed[kind]);
}
