/**
 * What becomes of each act that the contract offers, once it was carried out: what takes it back, or why it stands
 * (docs/SPEC.md, UN3). Whoever adds a mutation says so here.
 */
import type { introspection } from '../../graphql-env.d.ts';

export type MutationName = keyof introspection['types']['Mutation']['fields'];

/** Why an act is never taken back; a mistake is set right by a further act, which stands beside it in the log. */
export type Because =
  /** The customer, an agency or somebody outside has heard of it. */
  | 'TOLD'
  /** It met, ended or began a clock; time that was counted is not counted anew. */
  | 'CLOCK'
  /** A decision on record, which others may rely on; another decision follows it. */
  | 'DECIDED'
  /** Somebody's word or what happened, written down; a correction is written beside it. */
  | 'RECORDED'
  /** It answered a colleague, or called others to it: they know. */
  | 'ANSWERED'
  /** It destroys, and asks for certain before it does. */
  | 'GONE'
  /** It changes only what the caller themselves sees or is sent. */
  | 'OWN'
  /** It comes from the customer's page or another system: not from a member's screen. */
  | 'OUTSIDE';

export type Fate =
  /** The way back is offered right after it; these acts carry it. */
  | { back: readonly [MutationName, ...MutationName[]] }
  /** Where it stands, an act of its own takes it back at any time. */
  | { there: MutationName }
  /** The same act again sets it otherwise: it is a value, and its history is kept. */
  | 'AGAIN'
  | Because;

export const ACTS: Readonly<Record<MutationName, Fate>> = {
  // A complaint on its way.
  complaintMove: { back: ['complaintMove'] },
  complaintAssign: { back: ['complaintAssign'] },
  complaintsAssign: { back: ['complaintAssign'] },
  complaintRoute: { back: ['complaintRoute'] },
  factsSet: { back: ['factsSet'] },
  complaintHold: { back: ['complaintResume', 'holdRefuse'] },
  complaintSupervise: { back: ['complaintSuperviseEnd'] },
  handoffRequest: { back: ['handoffWithdraw'] },
  complaintsHandOff: { back: ['handoffWithdraw'] },
  dutyGive: { back: ['dutyWaive'] },
  dutiesFromTemplate: { there: 'dutyWaive' },
  dutyAssign: 'AGAIN',
  groupAdd: { back: ['groupRemove'] },
  groupRemove: { back: ['groupAdd'] },
  groupLineSet: 'AGAIN',
  groupOpen: { there: 'groupRemove' },
  complaintClaim: 'CLOCK',
  complaintsClaim: 'CLOCK',
  complaintResume: 'CLOCK',
  complaintSuperviseEnd: { there: 'complaintSupervise' },
  complaintConcern: 'AGAIN',
  complaintEscalate: 'ANSWERED',
  complaintUrge: 'ANSWERED',
  escalationTakeOn: 'ANSWERED',
  holdApprove: 'DECIDED',
  holdRefuse: 'DECIDED',
  handoffAccept: 'ANSWERED',
  handoffDecline: 'ANSWERED',
  handoffWithdraw: { there: 'handoffRequest' },
  complaintRule: 'DECIDED',
  rulingAppeal: 'ANSWERED',
  appealDecide: 'DECIDED',
  dutyDone: 'CLOCK',
  dutyWaive: { there: 'dutyGive' },
  complaintMerge: 'DECIDED',
  // What is written down of it.
  commentAdd: 'RECORDED',
  contactRecord: 'RECORDED',
  groupContactRecord: 'RECORDED',
  callRecord: 'RECORDED',
  consultationRecord: 'RECORDED',
  investigationReport: 'RECORDED',
  complaintSummarise: 'RECORDED',
  visitPlan: { there: 'visitCancel' },
  visitDone: 'RECORDED',
  visitNoShow: 'RECORDED',
  visitCancel: { there: 'visitPlan' },
  attachmentUploadCreate: { there: 'attachmentRemove' },
  attachmentRemove: 'GONE',
  validityDecide: 'AGAIN',
  rootCauseSet: 'AGAIN',
  responsibilityDecide: 'AGAIN',
  demandMark: { there: 'demandUnmark' },
  demandMarkDecide: 'DECIDED',
  demandUnmark: { there: 'demandMark' },
  // What the customer or an agency is promised, offered and told.
  complaintRegister: 'TOLD',
  complaintSettle: 'TOLD',
  promiseMake: { there: 'promiseRelease' },
  promiseKeep: 'CLOCK',
  promiseRelease: 'RECORDED',
  resolutionPropose: { there: 'resolutionWithdraw' },
  resolutionOffer: 'TOLD',
  resolutionAccept: 'RECORDED',
  resolutionRefuse: 'RECORDED',
  resolutionAnswerProposal: 'RECORDED',
  resolutionWithdraw: { there: 'resolutionPropose' },
  resolutionCarryOut: 'RECORDED',
  approvalDecide: 'DECIDED',
  replyDraft: { there: 'replyReject' },
  replyApprove: 'TOLD',
  replyReject: 'ANSWERED',
  repliesHold: { there: 'repliesRelease' },
  repliesRelease: { there: 'repliesHold' },
  finalAnswerGive: 'ANSWERED',
  finalAnswerDecide: 'TOLD',
  surveyRecord: 'RECORDED',
  surveyNoAnswer: 'RECORDED',
  regulatorCaseSet: 'AGAIN',
  regulatorCaseAccept: 'CLOCK',
  regulatorAnswerWrite: 'AGAIN',
  regulatorAnswerReview: 'DECIDED',
  regulatorAnswerSent: 'TOLD',
  regulatorOutcomeRecord: 'RECORDED',
  // Meetings: their log is the minutes.
  meetingStart: { there: 'meetingEnd' },
  meetingEnd: 'RECORDED',
  meetingJoin: { there: 'meetingLeave' },
  meetingLeave: { there: 'meetingJoin' },
  meetingPresent: 'AGAIN',
  meetingFocus: 'AGAIN',
  meetingItemAdd: { there: 'meetingItemDrop' },
  meetingItemDrop: { back: ['meetingItemRestore'] },
  meetingItemRestore: { there: 'meetingItemDrop' },
  meetingItemMove: 'AGAIN',
  meetingItemConclude: { there: 'meetingFocus' },
  meetingAgendaRenew: { there: 'meetingItemDrop' },
  meetingDecide: { there: 'meetingDecisionWithdraw' },
  meetingDecisionAmend: 'AGAIN',
  meetingDecisionFulfil: 'RECORDED',
  meetingDecisionWithdraw: 'DECIDED',
  meetingTopicAdd: { there: 'meetingTopicRemove' },
  meetingTopicRemove: { back: ['meetingTopicRestore'] },
  meetingTopicRestore: { there: 'meetingTopicRemove' },
  meetingDateMove: { there: 'meetingDatePutBack' },
  meetingDateCallOff: { there: 'meetingDatePutBack' },
  meetingDatePutBack: 'AGAIN',
  meetingSeriesPut: 'AGAIN',
  meetingSeriesArchive: 'GONE',
  minutesConfirm: 'RECORDED',
  minutesObject: 'RECORDED',
  // The company's settings: each version is kept.
  policySet: { there: 'policyReset' },
  policyReset: { there: 'policySet' },
  departmentSet: 'AGAIN',
  rootCausePut: 'AGAIN',
  // Personal data.
  customerReveal: 'RECORDED',
  customerErase: 'GONE',
  erasureDecide: 'DECIDED',
  complaintPrint: 'RECORDED',
  exportRequest: 'ANSWERED',
  exportDecide: 'DECIDED',
  // A member's own things.
  savedViewPut: { back: ['savedViewRemove'] },
  savedViewRemove: { back: ['savedViewRestore'] },
  savedViewRestore: { there: 'savedViewRemove' },
  savedViewBeginWith: { back: ['savedViewBeginWith'] },
  notificationChannelPut: 'AGAIN',
  notificationChannelRemove: 'GONE',
  notificationChannelTest: 'OWN',
  notificationsRead: 'OWN',
  deliveryRetry: 'OWN',
  ownLanguageSet: 'OWN',
  presenceUpdate: 'OWN',
  signIn: 'OWN',
  signOut: 'OWN',
  signOutEverywhere: 'OWN',
  // Not from here.
  complaintSubmit: 'OUTSIDE',
  resolutionAnswer: 'OUTSIDE',
  surveyAnswer: 'OUTSIDE',
  trackingMessage: 'OUTSIDE',
  trackingUploadCreate: 'OUTSIDE',
};
