/** What the caller may do with a complaint. */
import type { ComplaintPermissions as ComplaintPermissionsSource } from '@redress/domain/rules/permissions';
import { builder } from '../builder.ts';

export const NOTHING_PERMITTED: ComplaintPermissionsSource = {
  claim: false,
  move: false,
  route: false,
  assign: false,
  handOff: false,
  answerHandoff: false,
  withdrawHandoff: false,
  rule: false,
  giveDuty: false,
  hold: false,
  approveHold: false,
  refuseHold: false,
  resume: false,
  contact: false,
  setFacts: false,
  promise: false,
  resolve: false,
  comment: false,
  attach: false,
  override: false,
  escalate: false,
  takeOn: false,
  urge: false,
  supervise: false,
  investigate: false,
  decideResponsibility: false,
  concern: false,
  merge: false,
  reveal: false,
  survey: false,
  finalAnswer: false,
  group: false,
  regulator: false,
  reviewRegulatorAnswer: false,
  holdReplies: false,
  markDemand: false,
};

export const ComplaintPermissions = builder.objectRef<ComplaintPermissionsSource>('ComplaintPermissions').implement({
  description:
    'What the caller may do with a complaint now, by the rules that the mutations refuse by. Depends on the viewer.',
  fields: (t) => ({
    claim: t.exposeBoolean('claim', { description: 'Whether `complaintClaim` is theirs to do.' }),
    move: t.exposeBoolean('move', {
      description: 'Whether `complaintMove` is theirs to do; where to, `stageOptions` says.',
    }),
    route: t.exposeBoolean('route', { description: 'Whether `complaintRoute` is theirs to do.' }),
    assign: t.exposeBoolean('assign', { description: 'Whether `complaintAssign` is theirs to do.' }),
    handOff: t.exposeBoolean('handOff', { description: 'Whether `handoffRequest` is theirs to do.' }),
    answerHandoff: t.exposeBoolean('answerHandoff', {
      description: 'Whether the pending handoff is theirs to accept or to decline.',
    }),
    withdrawHandoff: t.exposeBoolean('withdrawHandoff', {
      description: 'Whether the pending handoff is theirs to withdraw.',
    }),
    rule: t.exposeBoolean('rule', { description: 'Whether `complaintRule` is theirs to do.' }),
    giveDuty: t.exposeBoolean('giveDuty', { description: 'Whether `dutyGive` is theirs to do.' }),
    hold: t.exposeBoolean('hold', { description: 'Whether `complaintHold` is theirs to do.' }),
    approveHold: t.exposeBoolean('approveHold', {
      description: 'Whether the hold that was asked for is theirs to approve: never by who asked.',
    }),
    refuseHold: t.exposeBoolean('refuseHold', {
      description: 'Whether the hold that was asked for is theirs to refuse, or to take back.',
    }),
    resume: t.exposeBoolean('resume', { description: 'Whether `complaintResume` is theirs to do.' }),
    contact: t.exposeBoolean('contact', { description: 'Whether `contactRecord` is theirs to do.' }),
    setFacts: t.exposeBoolean('setFacts', { description: 'Whether `factsSet` is theirs to do.' }),
    promise: t.exposeBoolean('promise', { description: 'Whether `promiseMake` and `promiseKeep` are theirs to do.' }),
    resolve: t.exposeBoolean('resolve', {
      description:
        'Whether `resolutionPropose`, `resolutionOffer`, `resolutionAnswerProposal`, `resolutionCarryOut` and `resolutionWithdraw` are theirs to do.',
    }),
    comment: t.exposeBoolean('comment', { description: 'Whether `commentAdd` is theirs to do.' }),
    attach: t.exposeBoolean('attach', { description: 'Whether `attachmentUploadCreate` is theirs to do.' }),
    override: t.exposeBoolean('override', {
      description: 'Whether they may waive what a move is missing, with a reason.',
    }),
    escalate: t.exposeBoolean('escalate', { description: 'Whether `complaintEscalate` is theirs to do.' }),
    takeOn: t.exposeBoolean('takeOn', {
      description: 'Whether `escalationTakeOn` is theirs to do: something was escalated, and it concerns them.',
    }),
    urge: t.exposeBoolean('urge', { description: 'Whether `complaintUrge` is theirs to do.' }),
    supervise: t.exposeBoolean('supervise', {
      description: 'Whether `complaintSupervise` and `complaintSuperviseEnd` are theirs to do.',
    }),
    investigate: t.exposeBoolean('investigate', {
      description:
        'Whether the findings are theirs to write: `investigationReport`, `validityDecide`, `rootCauseSet`, `consultationRecord`, `visitPlan` and what becomes of visits, `complaintSummarise`.',
    }),
    decideResponsibility: t.exposeBoolean('decideResponsibility', {
      description: 'Whether `responsibilityDecide` is theirs to do.',
    }),
    concern: t.exposeBoolean('concern', { description: 'Whether `complaintConcern` is theirs to do.' }),
    regulator: t.exposeBoolean('regulator', {
      description:
        'Whether `regulatorCaseSet` and what follows it is theirs to do, but the review: `regulatorAnswers.nodes.viewerReviews`.',
    }),
    reviewRegulatorAnswer: t.exposeBoolean('reviewRegulatorAnswer', {
      description: 'Whether answers to an agency that others wrote are theirs to review.',
    }),
    holdReplies: t.exposeBoolean('holdReplies', {
      description:
        'Whether `repliesHold`, `repliesRelease` and the approval of wording that others drafted are theirs.',
    }),
    markDemand: t.exposeBoolean('markDemand', {
      description: 'Whether `demandMark` and `demandUnmark` are theirs to do.',
    }),
    group: t.exposeBoolean('group', {
      description:
        'Whether it is theirs to keep it in group cases: `groupAdd`, `groupRemove`, `groupLineSet`, `groupContactRecord`.',
    }),
    merge: t.exposeBoolean('merge', {
      description: 'Whether it is theirs to merge: `complaintMerge` asks the same of the other complaint.',
    }),
    reveal: t.exposeBoolean('reveal', { description: 'Whether `customerReveal` is theirs to do.' }),
    survey: t.exposeBoolean('survey', {
      description: 'Whether `surveyRecord` and `surveyNoAnswer` are theirs to do: never for who handled the case.',
    }),
    finalAnswer: t.exposeBoolean('finalAnswer', { description: 'Whether `finalAnswerGive` is theirs to do.' }),
  }),
});
