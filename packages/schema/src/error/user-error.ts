/** Expected failures as data: the interface, and the types that carry what a client needs to go on. */
import type {
  ComplaintView,
  DutyView,
  EscalationView,
  FinalAnswerView,
  HandoffView,
  HoldView,
  PromiseView,
  ApprovalView,
  ResolutionView,
  RulingView,
} from '@redress/domain/reads/complaint-view';
import type { Policy as PolicyRow } from '@redress/domain/reads/directory';
import type { SeriesView } from '@redress/domain/reads/meeting-series';
import type { MeetingView } from '@redress/domain/reads/meetings';
import type { SurveyEnded } from '@redress/domain/actions/refusal';
import type { TrackedView } from '@redress/domain/reads/tracking';
import type { StageRefusal, StageRequirement } from '@redress/domain/rules/stages';
import type { WipLoad as WipLoadSource } from '@redress/domain/rules/wip';
import { builder } from '../builder.ts';
import { Complaint } from '../complaint/complaint.ts';
import { WipLoad } from '../complaint/wip-load.ts';
import { StageRefusalEnum, StageRequirementEnum } from '../complaint/vocabulary.ts';
import { Duty } from '../duty/duty.ts';
import { Escalation } from '../escalation/escalation.ts';
import { Handoff } from '../handoff/handoff.ts';
import { Hold } from '../hold/hold.ts';
import { MeetingSeries } from '../meeting/meeting-series.ts';
import { Meeting } from '../meeting/meeting.ts';
import { Member } from '../member/member.ts';
import { Policy } from '../policy/policy.ts';
import { PromiseToCustomer } from '../promise/promise-to-customer.ts';
import { Approval } from '../resolution/approval.ts';
import { Resolution } from '../resolution/resolution.ts';
import { Ruling } from '../ruling/ruling.ts';
import { FinalAnswer } from '../survey/final-answer.ts';
import { SurveyEndedReasonEnum } from '../survey/vocabulary.ts';
import { TrackedComplaint } from '../tracking/tracked-complaint.ts';
import { ErrorCodeEnum } from './error-code.ts';

type ErrorCode = (typeof ErrorCodeEnum)['$inferType'];

/** What every error has; `__typename` names its type in the unions of results. */
export interface UserErrorSource<Name extends string = string> {
  __typename: Name;
  code: ErrorCode;
  message: string;
}

export interface InputIssueSource {
  path: string[];
  message: string;
}

/** What each error carries besides its code and message. */
interface ErrorShapes {
  NotFoundError: object;
  ForbiddenError: object;
  InvalidCredentialsError: object;
  IdempotencyConflictError: object;
  InvalidInputError: { issues: InputIssueSource[] };
  RateLimitedError: { retryAfterSeconds: number };
  StaleVersionError: { current: ComplaintView };
  StageRequirementsError: {
    missing: StageRequirement[];
    refusal: StageRefusal | null;
    full: WipLoadSource | null;
    complaint: ComplaintView;
  };
  AlreadyClaimedError: { claimedById: string | null; claimedAt: Date; complaint: ComplaintView };
  HandoffPendingError: { handoff: HandoffView; complaint: ComplaintView };
  HandoffAnsweredError: { handoff: HandoffView; complaint: ComplaintView };
  ContestedError: { complaint: ComplaintView };
  RulingStandsError: { ruling: RulingView; complaint: ComplaintView };
  RulingSettledError: { ruling: RulingView; complaint: ComplaintView };
  AlreadyDoneError: { cursor: string };
  EscalationEndedError: { escalation: EscalationView; complaint: ComplaintView };
  StalePolicyError: { current: PolicyRow | null };
  ContactNotTriedError: { complaint: ComplaintView };
  AlreadyOnHoldError: { hold: HoldView; complaint: ComplaintView };
  NotOnHoldError: { complaint: ComplaintView };
  HoldSettledError: { hold: HoldView; complaint: ComplaintView };
  DutyEndedError: { duty: DutyView; complaint: ComplaintView };
  PromiseEndedError: { promise: PromiseView; complaint: ComplaintView };
  AlreadyMergedError: { complaint: ComplaintView };
  SurveyEndedError: { reason: SurveyEnded };
  FinalAnswerAskedError: { finalAnswer: FinalAnswerView; complaint: ComplaintView };
  FinalAnswerDecidedError: { finalAnswer: FinalAnswerView; complaint: ComplaintView };
  ResolutionSettledError: { resolution: ResolutionView; complaint: ComplaintView };
  ResolutionUnapprovedError: { resolution: ResolutionView; complaint: ComplaintView };
  ApprovalSettledError: { approval: ApprovalView; complaint: ComplaintView };
  OfferSettledError: { tracking: TrackedView };
  RepliesHeldError: { complaint: ComplaintView };
  ReviewSettledError: { complaint: ComplaintView };
  NotPresenterError: { presenterId: string; meeting: MeetingView };
  MeetingOverError: { meeting: MeetingView };
  StaleSeriesError: { current: SeriesView };
  GroupOpenError: { numbers: string[]; open: number; complaint: ComplaintView };
}

export type ErrorOf<Name extends keyof ErrorShapes> = UserErrorSource<Name> & ErrorShapes[Name];
export type AnyUserError = { [Name in keyof ErrorShapes]: ErrorOf<Name> }[keyof ErrorShapes];

const UserError = builder.interfaceRef<UserErrorSource>('UserError').implement({
  description: 'An expected failure. More kinds may be added to any result: have a branch for `... on UserError`.',
  fields: (t) => ({
    code: t.expose('code', { type: ErrorCodeEnum, description: 'What went wrong, for programs.' }),
    message: t.exposeString('message', {
      description: "What happened and what to do, for people, in the caller's language (Accept-Language).",
    }),
  }),
  resolveType: ({ __typename }) => __typename,
});

const interfaces = [UserError];

const InputIssue = builder.objectRef<InputIssueSource>('InputIssue').implement({
  description: 'Something that is wrong with one field of an input.',
  fields: (t) => ({
    path: t.exposeStringList('path', { description: 'Where: the names of fields from the input down.' }),
    message: t.exposeString('message', { description: "What is wrong, and what to do, in the caller's language." }),
  }),
});

const InvalidInputError = builder.objectRef<ErrorOf<'InvalidInputError'>>('InvalidInputError').implement({
  description: 'The input is well formed, but not right.',
  interfaces,
  fields: (t) => ({ issues: t.expose('issues', { type: [InputIssue], description: 'What is wrong; at least one.' }) }),
});

const NotFoundError = builder.objectRef<ErrorOf<'NotFoundError'>>('NotFoundError').implement({
  description: 'What was named is not there, or not yours to see: both look the same.',
  interfaces,
});

const ForbiddenError = builder.objectRef<ErrorOf<'ForbiddenError'>>('ForbiddenError').implement({
  description: 'The caller may see it, but not do this with it.',
  interfaces,
});

const InvalidCredentialsError = builder
  .objectRef<ErrorOf<'InvalidCredentialsError'>>('InvalidCredentialsError')
  .implement({
    description: 'Address and password do not belong together. An unknown account looks the same.',
    interfaces,
  });

const IdempotencyConflictError = builder
  .objectRef<ErrorOf<'IdempotencyConflictError'>>('IdempotencyConflictError')
  .implement({
    description: 'The idempotency key was used for another request.',
    interfaces,
  });

const RateLimitedError = builder.objectRef<ErrorOf<'RateLimitedError'>>('RateLimitedError').implement({
  description: 'There were too many tries.',
  interfaces,
  fields: (t) => ({
    retryAfterSeconds: t.exposeInt('retryAfterSeconds', {
      description: 'After how many seconds the next try is taken.',
    }),
  }),
});

const StaleVersionError = builder.objectRef<ErrorOf<'StaleVersionError'>>('StaleVersionError').implement({
  description: 'The complaint is not at `expectedVersion` any more: somebody else was faster.',
  interfaces,
  fields: (t) => ({ current: t.expose('current', { type: Complaint, description: 'The complaint as it is now.' }) }),
});

const StageRequirementsError = builder
  .objectRef<ErrorOf<'StageRequirementsError'>>('StageRequirementsError')
  .implement({
    description: 'The complaint may not enter that stage.',
    interfaces,
    fields: (t) => ({
      missing: t.expose('missing', {
        type: [StageRequirementEnum],
        description: 'What is missing, in the order to ask for it.',
      }),
      refusal: t.expose('refusal', {
        type: StageRefusalEnum,
        nullable: true,
        description: 'What stands against it, whatever is filled in; null when only something is missing.',
      }),
      full: t.expose('full', {
        type: WipLoad,
        nullable: true,
        description: 'The limit that stands against it; null unless `refusal` is WIP_LIMIT.',
      }),
      complaint: t.expose('complaint', { type: Complaint, description: 'The complaint as it is now.' }),
    }),
  });

const AlreadyClaimedError = builder.objectRef<ErrorOf<'AlreadyClaimedError'>>('AlreadyClaimedError').implement({
  description: 'Somebody else claimed the complaint first.',
  interfaces,
  fields: (t) => ({
    claimedBy: t.field({
      type: Member,
      nullable: true,
      description: 'Who did; null when it was another system.',
      resolve: ({ claimedById }, _args, { directory }) => directory.member(claimedById),
    }),
    claimedAt: t.expose('claimedAt', { type: 'DateTime', description: 'When they did.' }),
    complaint: t.expose('complaint', { type: Complaint, description: 'The complaint as it is now.' }),
  }),
});

const HandoffPendingError = builder.objectRef<ErrorOf<'HandoffPendingError'>>('HandoffPendingError').implement({
  description: 'A handoff is in flight; until it is answered the complaint cannot change hands.',
  interfaces,
  fields: (t) => ({
    handoff: t.expose('handoff', { type: Handoff, description: 'The handoff.' }),
    complaint: t.expose('complaint', { type: Complaint, description: 'The complaint as it is now.' }),
  }),
});

const HandoffAnsweredError = builder.objectRef<ErrorOf<'HandoffAnsweredError'>>('HandoffAnsweredError').implement({
  description: 'The handoff was accepted, declined or withdrawn before.',
  interfaces,
  fields: (t) => ({
    handoff: t.expose('handoff', { type: Handoff, description: 'The handoff, with its answer.' }),
    complaint: t.expose('complaint', { type: Complaint, description: 'The complaint as it is now.' }),
  }),
});

const ContestedError = builder.objectRef<ErrorOf<'ContestedError'>>('ContestedError').implement({
  description: 'Departments dispute whose the complaint is; until a coordinator rules, it cannot change hands.',
  interfaces,
  fields: (t) => ({
    complaint: t.expose('complaint', { type: Complaint, description: 'The complaint as it is now.' }),
  }),
});

const RulingStandsError = builder.objectRef<ErrorOf<'RulingStandsError'>>('RulingStandsError').implement({
  description:
    'The department has the complaint by a ruling. Until that is final it asks nobody to take it over, and none of the parties after that: `ruling.viewerCan.appeal` says whether it can still appeal.',
  interfaces,
  fields: (t) => ({
    ruling: t.expose('ruling', { type: Ruling, description: 'The ruling.' }),
    complaint: t.expose('complaint', { type: Complaint, description: 'The complaint as it is now.' }),
  }),
});

const RulingSettledError = builder.objectRef<ErrorOf<'RulingSettledError'>>('RulingSettledError').implement({
  description: 'Somebody ruled, appealed or decided before, or the time for it is over: `ruling` says how it stands.',
  interfaces,
  fields: (t) => ({
    ruling: t.expose('ruling', { type: Ruling, description: 'The ruling as it is now.' }),
    complaint: t.expose('complaint', { type: Complaint, description: 'The complaint as it is now.' }),
  }),
});

const AlreadyDoneError = builder.objectRef<ErrorOf<'AlreadyDoneError'>>('AlreadyDoneError').implement({
  description:
    'The request was carried out when it came with this idempotency key first, and nothing was changed now. The complaint is not the caller’s to see any more.',
  interfaces,
  fields: (t) => ({
    cursor: t.expose('cursor', { type: 'EventCursor', description: 'The cursor of the change that it made then.' }),
  }),
});

const StalePolicyError = builder.objectRef<ErrorOf<'StalePolicyError'>>('StalePolicyError').implement({
  description: 'The policy is not at `expectedVersion` any more: another administrator was faster.',
  interfaces,
  fields: (t) => ({
    current: t.expose('current', {
      type: Policy,
      nullable: true,
      description: 'The policy as it is now; null when there is none.',
    }),
  }),
});

const ContactNotTriedError = builder.objectRef<ErrorOf<'ContactNotTriedError'>>('ContactNotTriedError').implement({
  description: 'A hold waits for the customer, whom nobody has tried to reach in this round. Record a contact first.',
  interfaces,
  fields: (t) => ({
    complaint: t.expose('complaint', { type: Complaint, description: 'The complaint as it is now.' }),
  }),
});

const AlreadyOnHoldError = builder.objectRef<ErrorOf<'AlreadyOnHoldError'>>('AlreadyOnHoldError').implement({
  description: 'The complaint is on hold, or a hold of it waits for approval.',
  interfaces,
  fields: (t) => ({
    hold: t.expose('hold', { type: Hold, description: 'That hold.' }),
    complaint: t.expose('complaint', { type: Complaint, description: 'The complaint as it is now.' }),
  }),
});

const NotOnHoldError = builder.objectRef<ErrorOf<'NotOnHoldError'>>('NotOnHoldError').implement({
  description: 'The complaint is not on hold, or no longer.',
  interfaces,
  fields: (t) => ({
    complaint: t.expose('complaint', { type: Complaint, description: 'The complaint as it is now.' }),
  }),
});

const HoldSettledError = builder.objectRef<ErrorOf<'HoldSettledError'>>('HoldSettledError').implement({
  description: 'There is nothing left to decide: the hold was approved or refused before, or its date has passed.',
  interfaces,
  fields: (t) => ({
    hold: t.expose('hold', { type: Hold, description: 'The hold as it is now.' }),
    complaint: t.expose('complaint', { type: Complaint, description: 'The complaint as it is now.' }),
  }),
});

const DutyEndedError = builder.objectRef<ErrorOf<'DutyEndedError'>>('DutyEndedError').implement({
  description: 'The duty was done or waived before.',
  interfaces,
  fields: (t) => ({
    duty: t.expose('duty', { type: Duty, description: 'The duty, with who ended it and when.' }),
    complaint: t.expose('complaint', { type: Complaint, description: 'The complaint as it is now.' }),
  }),
});

const PromiseEndedError = builder.objectRef<ErrorOf<'PromiseEndedError'>>('PromiseEndedError').implement({
  description: 'The promise was kept or released before.',
  interfaces,
  fields: (t) => ({
    promise: t.expose('promise', { type: PromiseToCustomer, description: 'The promise, with what became of it.' }),
    complaint: t.expose('complaint', { type: Complaint, description: 'The complaint as it is now.' }),
  }),
});

const AlreadyMergedError = builder.objectRef<ErrorOf<'AlreadyMergedError'>>('AlreadyMergedError').implement({
  description: 'The complaint was merged into another one, which goes on for both: `complaint.mergedInto`.',
  interfaces,
  fields: (t) => ({
    complaint: t.expose('complaint', { type: Complaint, description: 'The complaint as it is now.' }),
  }),
});

const SurveyEndedError = builder.objectRef<ErrorOf<'SurveyEndedError'>>('SurveyEndedError').implement({
  description:
    'The survey takes no answer: `reason` says whether it was answered, is over, or asks about another round.',
  interfaces,
  fields: (t) => ({ reason: t.expose('reason', { type: SurveyEndedReasonEnum, description: 'Why it takes none.' }) }),
});

const FinalAnswerAskedError = builder.objectRef<ErrorOf<'FinalAnswerAskedError'>>('FinalAnswerAskedError').implement({
  description: 'A final answer waits for its review; another one is written once it has been decided on.',
  interfaces,
  fields: (t) => ({
    finalAnswer: t.expose('finalAnswer', { type: FinalAnswer, description: 'The one that waits.' }),
    complaint: t.expose('complaint', { type: Complaint, description: 'The complaint as it is now.' }),
  }),
});

const FinalAnswerDecidedError = builder
  .objectRef<ErrorOf<'FinalAnswerDecidedError'>>('FinalAnswerDecidedError')
  .implement({
    description: 'The final answer was given or sent back before.',
    interfaces,
    fields: (t) => ({
      finalAnswer: t.expose('finalAnswer', {
        type: FinalAnswer,
        description: 'The final answer, with what became of it.',
      }),
      complaint: t.expose('complaint', { type: Complaint, description: 'The complaint as it is now.' }),
    }),
  });

const RepliesHeldError = builder.objectRef<ErrorOf<'RepliesHeldError'>>('RepliesHeldError').implement({
  description:
    'Nothing goes out to the customer without approved wording (舆情): draft it by `replyDraft`, have it approved, and name it as `replyId`.',
  interfaces,
  fields: (t) => ({
    complaint: t.expose('complaint', {
      type: Complaint,
      description: 'The complaint as it is now, with its `replies`.',
    }),
  }),
});

const ReviewSettledError = builder.objectRef<ErrorOf<'ReviewSettledError'>>('ReviewSettledError').implement({
  description: 'What was to be decided on or sent was settled before: by somebody else, or written anew.',
  interfaces,
  fields: (t) => ({
    complaint: t.expose('complaint', { type: Complaint, description: 'The complaint as it is now.' }),
  }),
});

const GroupOpenError = builder.objectRef<ErrorOf<'GroupOpenError'>>('GroupOpenError').implement({
  description: 'The parent of a group case is not closed before its complaints are; no override waives that.',
  interfaces,
  fields: (t) => ({
    numbers: t.exposeStringList('numbers', { description: 'The numbers of some that are open still: at most five.' }),
    open: t.exposeInt('open', { description: 'How many are.' }),
    complaint: t.expose('complaint', { type: Complaint, description: 'The parent as it is now.' }),
  }),
});

const EscalationEndedError = builder.objectRef<ErrorOf<'EscalationEndedError'>>('EscalationEndedError').implement({
  description: 'Somebody took the escalation on before, or what set it off is over.',
  interfaces,
  fields: (t) => ({
    escalation: t.expose('escalation', { type: Escalation, description: 'The escalation, with how it ended.' }),
    complaint: t.expose('complaint', { type: Complaint, description: 'The complaint as it is now.' }),
  }),
});

const ResolutionSettledError = builder
  .objectRef<ErrorOf<'ResolutionSettledError'>>('ResolutionSettledError')
  .implement({
    description:
      'The resolution is not in a state that this can be done to: not offered yet, answered, carried out, taken back, out of time, or of a round that is over.',
    interfaces,
    fields: (t) => ({
      resolution: t.expose('resolution', { type: Resolution, description: 'The resolution, with how it stands.' }),
      complaint: t.expose('complaint', { type: Complaint, description: 'The complaint as it is now.' }),
    }),
  });

const ResolutionUnapprovedError = builder
  .objectRef<ErrorOf<'ResolutionUnapprovedError'>>('ResolutionUnapprovedError')
  .implement({
    description: 'The resolution waits for its approval, and is not to be offered before.',
    interfaces,
    fields: (t) => ({
      resolution: t.expose('resolution', { type: Resolution, description: 'The resolution, with its approvals.' }),
      complaint: t.expose('complaint', { type: Complaint, description: 'The complaint as it is now.' }),
    }),
  });

const ApprovalSettledError = builder.objectRef<ErrorOf<'ApprovalSettledError'>>('ApprovalSettledError').implement({
  description: 'The step was decided before, or nobody has to decide it any more.',
  interfaces,
  fields: (t) => ({
    approval: t.expose('approval', { type: Approval, description: 'The step, with who decided it and when.' }),
    complaint: t.expose('complaint', { type: Complaint, description: 'The complaint as it is now.' }),
  }),
});

const OfferSettledError = builder.objectRef<ErrorOf<'OfferSettledError'>>('OfferSettledError').implement({
  description: 'The option can no longer be answered by the customer: it was settled before, or its time is over.',
  interfaces,
  fields: (t) => ({
    tracking: t.expose('tracking', {
      type: TrackedComplaint,
      description: 'The complaint as its customer sees it now.',
    }),
  }),
});

const NotPresenterError = builder.objectRef<ErrorOf<'NotPresenterError'>>('NotPresenterError').implement({
  description: 'Another coordinator leads the meeting: only they change its agenda and what everybody is shown.',
  interfaces,
  fields: (t) => ({
    presenter: t.field({
      type: Member,
      nullable: true,
      description: 'Who leads it now.',
      resolve: ({ presenterId }, _args, { directory }) => directory.member(presenterId),
    }),
    meeting: t.expose('meeting', { type: Meeting, description: 'The meeting as it is now.' }),
  }),
});

const MeetingOverError = builder.objectRef<ErrorOf<'MeetingOverError'>>('MeetingOverError').implement({
  description: 'The meeting has ended; its agenda and its minutes stand.',
  interfaces,
  fields: (t) => ({ meeting: t.expose('meeting', { type: Meeting, description: 'The meeting as it is now.' }) }),
});

const StaleSeriesError = builder.objectRef<ErrorOf<'StaleSeriesError'>>('StaleSeriesError').implement({
  description: 'The series is not at `expectedRevision` any more: somebody else was faster.',
  interfaces,
  fields: (t) => ({ current: t.expose('current', { type: MeetingSeries, description: 'The series as it is now.' }) }),
});

/** The types of errors, by name, for the unions of results. */
export const ERROR_TYPES = {
  StaleSeriesError,
  NotPresenterError,
  MeetingOverError,
  NotFoundError,
  ForbiddenError,
  InvalidCredentialsError,
  IdempotencyConflictError,
  InvalidInputError,
  RateLimitedError,
  StaleVersionError,
  StageRequirementsError,
  AlreadyClaimedError,
  HandoffPendingError,
  HandoffAnsweredError,
  ContestedError,
  RulingStandsError,
  RulingSettledError,
  AlreadyDoneError,
  StalePolicyError,
  ContactNotTriedError,
  AlreadyOnHoldError,
  NotOnHoldError,
  HoldSettledError,
  DutyEndedError,
  PromiseEndedError,
  AlreadyMergedError,
  ResolutionSettledError,
  ResolutionUnapprovedError,
  ApprovalSettledError,
  OfferSettledError,
  RepliesHeldError,
  ReviewSettledError,
  GroupOpenError,
  EscalationEndedError,
  SurveyEndedError,
  FinalAnswerAskedError,
  FinalAnswerDecidedError,
};
