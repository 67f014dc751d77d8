/** The refusal of an action as an error of the contract, in the caller's language and with the objects it concerns. */
import type { InputIssue, RefusalData, RulingSettled, SurveyEnded } from '@redress/domain/actions/refusal';
import type { ComplaintView, HandoffView, RulingView } from '@redress/domain/reads/complaint-view';
import { loadComplaints } from '@redress/domain/reads/complaints';
import { findSeries } from '@redress/domain/reads/meeting-series';
import { findMeeting } from '@redress/domain/reads/meetings';
import type { MeetingView } from '@redress/domain/reads/meetings';
import { loadTracked } from '@redress/domain/reads/tracking';
import { maskText } from '@redress/domain/rules/mask';
import type { StageRefusal } from '@redress/domain/rules/stages';
import type { WipLoad } from '@redress/domain/rules/wip';
import type { SchemaContext } from '../context.ts';
import { localName } from '../local-name.ts';
import type { MessageKey } from '../message/catalogue.ts';
import { knownKey, translate } from '../message/translate.ts';
import type { AnyUserError, ErrorOf } from './user-error.ts';

const STAGE_REFUSALS: Record<StageRefusal, MessageKey> = {
  NOT_A_STEP: 'stageRefusedNotAStep',
  NOT_PERMITTED: 'stageRefusedNotPermitted',
  HANDOFF_PENDING: 'stageRefusedHandoff',
  DUTY_OPEN: 'stageRefusedDuty',
  WIP_LIMIT: 'stageRefusedFull',
};

/** The limit that a move would exceed: whose it is, how many there may be and are. */
function sayFull({ locale, directory }: SchemaContext, { departmentCode, limit, count }: WipLoad): string {
  const department = directory.departmentByCode(departmentCode ?? '');
  if (department === null) return translate(locale, 'stageFull', { limit, count });
  return translate(locale, 'stageFullOfDepartment', { department: localName(locale, department), limit, count });
}

const RULING_SETTLED: Record<RulingSettled, MessageKey> = {
  RULED: 'rulingSettledRuled',
  APPEALED: 'rulingSettledAppealed',
  APPEAL_OVER: 'rulingSettledAppealOver',
  NOT_APPEALED: 'rulingSettledNotAppealed',
};

const SURVEY_ENDED: Record<SurveyEnded, MessageKey> = {
  ANSWERED: 'surveyAnsweredBefore',
  EXPIRED: 'surveyExpired',
  NOT_ASKED: 'surveyNotAsked',
  OTHER_ROUND: 'surveyOtherRound',
};

export async function errorOf(refusal: RefusalData, ctx: SchemaContext): Promise<AnyUserError> {
  const say = (key: MessageKey, values?: Record<string, string | number>) => translate(ctx.locale, key, values);
  switch (refusal.code) {
    case 'INVALID_INPUT':
      return invalidInput(refusal.issues, ctx);
    case 'NOT_FOUND':
      return { __typename: 'NotFoundError', code: refusal.code, message: say('notFound') };
    case 'FORBIDDEN':
      return forbidden(refusal.action, ctx);
    case 'IDEMPOTENCY_CONFLICT':
      return { __typename: 'IdempotencyConflictError', code: refusal.code, message: say('idempotencyConflict') };
    case 'STALE_POLICY': {
      const current = refusal.policyId === null ? null : ctx.directory.policyById(refusal.policyId);
      return { __typename: 'StalePolicyError', code: refusal.code, message: say('stalePolicy'), current };
    }
    case 'STALE_VERSION': {
      const { code, complaintId, ...versions } = refusal;
      const current = await complaintActedOn(ctx, complaintId);
      return { __typename: 'StaleVersionError', code, message: say('staleVersion', versions), current };
    }
    case 'STAGE_REQUIREMENTS': {
      const { code, complaintId, missing, refusal: against, full } = refusal;
      const message =
        full === null ? say(against === null ? 'stageRequirements' : STAGE_REFUSALS[against]) : sayFull(ctx, full);
      const complaint = await complaintActedOn(ctx, complaintId);
      return { __typename: 'StageRequirementsError', code, message, missing, refusal: against, full, complaint };
    }
    case 'ALREADY_CLAIMED': {
      const { code, complaintId, claimedById, claimedAt } = refusal;
      const name = ctx.directory.member(claimedById)?.name;
      const message = name === undefined ? say('alreadyClaimedBySystem') : say('alreadyClaimed', { name });
      const complaint = await complaintActedOn(ctx, complaintId);
      return { __typename: 'AlreadyClaimedError', code, message, claimedById, claimedAt, complaint };
    }
    case 'HANDOFF_PENDING': {
      const { handoff, complaint } = await handoffActedOn(ctx, refusal);
      const to = ctx.directory.department(handoff.toDepartmentId);
      const message = say('handoffPending', { to: to === null ? '' : localName(ctx.locale, to) });
      return { __typename: 'HandoffPendingError', code: refusal.code, message, handoff, complaint };
    }
    case 'HANDOFF_ANSWERED': {
      const { handoff, complaint } = await handoffActedOn(ctx, refusal);
      return {
        __typename: 'HandoffAnsweredError',
        code: refusal.code,
        message: say('handoffAnswered'),
        handoff,
        complaint,
      };
    }
    case 'CONTESTED': {
      const complaint = await complaintActedOn(ctx, refusal.complaintId);
      return { __typename: 'ContestedError', code: refusal.code, message: say('contested'), complaint };
    }
    case 'RULING_STANDS': {
      const message = say(refusal.appealable ? 'rulingStandsAppealable' : 'rulingStands');
      return { __typename: 'RulingStandsError', code: refusal.code, message, ...(await rulingActedOn(ctx, refusal)) };
    }
    case 'RULING_SETTLED': {
      const message = say(RULING_SETTLED[refusal.because]);
      return { __typename: 'RulingSettledError', code: refusal.code, message, ...(await rulingActedOn(ctx, refusal)) };
    }
    case 'ALREADY_DONE':
      return {
        __typename: 'AlreadyDoneError',
        code: refusal.code,
        message: say('alreadyDone'),
        cursor: refusal.cursor,
      };
    case 'CONTACT_NOT_TRIED': {
      const complaint = await complaintActedOn(ctx, refusal.complaintId);
      return { __typename: 'ContactNotTriedError', code: refusal.code, message: say('contactNotTried'), complaint };
    }
    case 'ALREADY_ON_HOLD': {
      const complaint = await complaintActedOn(ctx, refusal.complaintId);
      const hold = await childActedOn(ctx.loaders.holds.byId, refusal.holdId);
      const message = say(hold.state === 'REQUESTED' ? 'holdRequested' : 'alreadyOnHold');
      return { __typename: 'AlreadyOnHoldError', code: refusal.code, message, hold, complaint };
    }
    case 'NOT_ON_HOLD': {
      const complaint = await complaintActedOn(ctx, refusal.complaintId);
      return { __typename: 'NotOnHoldError', code: refusal.code, message: say('notOnHold'), complaint };
    }
    case 'HOLD_SETTLED': {
      const complaint = await complaintActedOn(ctx, refusal.complaintId);
      const hold = await childActedOn(ctx.loaders.holds.byId, refusal.holdId);
      return { __typename: 'HoldSettledError', code: refusal.code, message: say('holdSettled'), hold, complaint };
    }
    case 'DUTY_ENDED': {
      const complaint = await complaintActedOn(ctx, refusal.complaintId);
      const duty = await childActedOn(ctx.loaders.duties.byId, refusal.dutyId);
      const message = say(duty.doneAt === null ? 'dutyWaivedBefore' : 'dutyDoneBefore');
      return { __typename: 'DutyEndedError', code: refusal.code, message, duty, complaint };
    }
    case 'PROMISE_ENDED': {
      const complaint = await complaintActedOn(ctx, refusal.complaintId);
      const promise = await childActedOn(ctx.loaders.promises.byId, refusal.promiseId);
      const message = say(promise.state === 'KEPT' ? 'promiseKeptBefore' : 'promiseReleasedBefore');
      return { __typename: 'PromiseEndedError', code: refusal.code, message, promise, complaint };
    }
    case 'ALREADY_MERGED': {
      const complaint = await complaintActedOn(ctx, refusal.complaintId);
      return { __typename: 'AlreadyMergedError', code: refusal.code, message: say('alreadyMerged'), complaint };
    }
    case 'REPLIES_HELD': {
      const complaint = await complaintActedOn(ctx, refusal.complaintId);
      return { __typename: 'RepliesHeldError', code: refusal.code, message: say('repliesHeld'), complaint };
    }
    case 'REVIEW_SETTLED': {
      const complaint = await complaintActedOn(ctx, refusal.complaintId);
      return { __typename: 'ReviewSettledError', code: refusal.code, message: say('reviewSettled'), complaint };
    }
    case 'GROUP_OPEN': {
      const { code, numbers, open } = refusal;
      const complaint = await complaintActedOn(ctx, refusal.complaintId);
      const message = say('groupOpenChildren', { numbers: numbers.join(', '), open });
      return { __typename: 'GroupOpenError', code, message, numbers, open, complaint };
    }
    case 'NOT_PRESENTER': {
      const { code, presenterId } = refusal;
      const message = say('notPresenter', { name: ctx.directory.member(presenterId)?.name ?? '' });
      return {
        __typename: 'NotPresenterError',
        code,
        message,
        presenterId,
        meeting: await meetingActedOn(ctx, refusal),
      };
    }
    case 'MEETING_OVER': {
      const meeting = await meetingActedOn(ctx, refusal);
      return { __typename: 'MeetingOverError', code: refusal.code, message: say('meetingOver'), meeting };
    }
    case 'STALE_SERIES': {
      const current = await findSeries(ctx.db, refusal.seriesId);
      if (current === null) throw new Error('a series was changed, but is not there');
      return { __typename: 'StaleSeriesError', code: refusal.code, message: say('staleSeries'), current };
    }
    case 'ESCALATION_ENDED': {
      const { code, complaintId, escalationId } = refusal;
      const complaint = await complaintActedOn(ctx, complaintId);
      const escalation = await ctx.loaders.escalations.byId.clear(escalationId).load(escalationId);
      if (escalation === null) throw new Error('an escalation was acted on, but is not there');
      return { __typename: 'EscalationEndedError', code, message: say('escalationEnded'), escalation, complaint };
    }
    case 'SURVEY_ENDED':
      return {
        __typename: 'SurveyEndedError',
        code: refusal.code,
        message: say(SURVEY_ENDED[refusal.because]),
        reason: refusal.because,
      };
    case 'FINAL_ANSWER_ASKED':
    case 'FINAL_ANSWER_DECIDED': {
      const complaint = await complaintActedOn(ctx, refusal.complaintId);
      const finalAnswer = await childActedOn(ctx.loaders.finalAnswers.byId, refusal.finalAnswerId);
      const rest = { finalAnswer, complaint };
      return refusal.code === 'FINAL_ANSWER_ASKED'
        ? { __typename: 'FinalAnswerAskedError', code: refusal.code, message: say('finalAnswerAsked'), ...rest }
        : { __typename: 'FinalAnswerDecidedError', code: refusal.code, message: say('finalAnswerDecided'), ...rest };
    }
    case 'RESOLUTION_SETTLED':
    case 'RESOLUTION_UNAPPROVED': {
      const complaint = await complaintActedOn(ctx, refusal.complaintId);
      const resolution = await childActedOn(ctx.loaders.resolutions.byId, refusal.resolutionId);
      if (refusal.code === 'RESOLUTION_UNAPPROVED') {
        const { code } = refusal;
        return {
          __typename: 'ResolutionUnapprovedError',
          code,
          message: say('resolutionUnapproved'),
          resolution,
          complaint,
        };
      }
      const message = say(refusal.expired ? 'resolutionExpired' : 'resolutionSettled');
      return { __typename: 'ResolutionSettledError', code: refusal.code, message, resolution, complaint };
    }
    case 'APPROVAL_SETTLED': {
      const complaint = await complaintActedOn(ctx, refusal.complaintId);
      const approval = await childActedOn(ctx.loaders.approvals.byId, refusal.approvalId);
      return {
        __typename: 'ApprovalSettledError',
        code: refusal.code,
        message: say('approvalSettled'),
        approval,
        complaint,
      };
    }
    case 'OFFER_SETTLED': {
      const message = say(refusal.expired ? 'offerExpired' : 'offerSettled');
      const tracking = await loadTracked(ctx.db, refusal.complaintId);
      if (tracking === null) throw new Error('an offer was answered whose complaint is not there');
      return { __typename: 'OfferSettledError', code: refusal.code, message, tracking };
    }
    case 'RATE_LIMITED':
      return rateLimitedError(refusal.retryAfterSeconds, ctx);
  }
}

export function invalidInput(issues: readonly InputIssue[], { locale }: SchemaContext): ErrorOf<'InvalidInputError'> {
  return {
    __typename: 'InvalidInputError',
    code: 'INVALID_INPUT',
    message: translate(locale, 'invalidInput'),
    issues: issues.map(({ path, key, values }) => ({
      path,
      message: translate(locale, knownKey(key, 'invalid'), values && told(key, values)),
    })),
  };
}

/** What was typed comes back in a message as little readable as anywhere; and not at all where no code looks like it. */
function told(key: string, values: Record<string, string | number>): Record<string, string | number> {
  const shown = (value: string) => (key.startsWith('unknown') && /\s/.test(value) ? '…' : maskText(value));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? shown(value) : value]),
  );
}

export function forbidden(action: string, { locale }: SchemaContext): ErrorOf<'ForbiddenError'> {
  const message = translate(locale, knownKey(`forbidden_${action}`, 'forbidden'));
  return { __typename: 'ForbiddenError', code: 'FORBIDDEN', message };
}

export function rateLimitedError(retryAfterSeconds: number, { locale }: SchemaContext): ErrorOf<'RateLimitedError'> {
  const message = translate(locale, 'rateLimited', { seconds: retryAfterSeconds });
  return { __typename: 'RateLimitedError', code: 'RATE_LIMITED', message, retryAfterSeconds };
}

const EVERYTHING = { key: 'all', seesAll: true, grantees: [] } as const;

/**
 * The complaint that the caller has just acted on, and therefore saw; what they did may have taken it out of their
 * sight (a declined handoff does). Other fields of this answer find it too.
 */
export async function complaintActedOn(ctx: SchemaContext, id: string): Promise<ComplaintView> {
  const [view] = await loadComplaints(ctx.db, EVERYTHING, [id]);
  if (view === undefined) throw new Error(`complaint ${id} was acted on, but is not there`);
  ctx.loaders.complaint.clear(id).prime(id, view);
  return view;
}

async function meetingActedOn({ db }: SchemaContext, { meetingId }: { meetingId: string }): Promise<MeetingView> {
  const meeting = await findMeeting(db, meetingId);
  if (meeting === null) throw new Error(`meeting ${meetingId} was acted on, but is not there`);
  return meeting;
}

async function handoffActedOn(
  ctx: SchemaContext,
  { complaintId, handoffId }: { complaintId: string; handoffId: string },
): Promise<{ handoff: HandoffView; complaint: ComplaintView }> {
  const complaint = await complaintActedOn(ctx, complaintId);
  return { handoff: await childActedOn(ctx.loaders.handoffs.byId, handoffId), complaint };
}

/** What the caller acted on, as it is now; an earlier field of this answer may have read it before. */
async function childActedOn<T>(
  loader: { clear(id: string): { load(id: string): Promise<T | null> } },
  id: string,
): Promise<T> {
  const row = await loader.clear(id).load(id);
  if (row === null) throw new Error(`${id} was acted on, but is not there`);
  return row;
}

async function rulingActedOn(
  ctx: SchemaContext,
  { complaintId, rulingId }: { complaintId: string; rulingId: string },
): Promise<{ ruling: RulingView; complaint: ComplaintView }> {
  const complaint = await complaintActedOn(ctx, complaintId);
  return { ruling: await childActedOn(ctx.loaders.rulings.byId, rulingId), complaint };
}
