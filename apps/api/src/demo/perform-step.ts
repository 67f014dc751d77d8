/** One step of a demo story, through the action that a person's click would have called. */
import { appealDecide } from '@redress/domain/actions/appeal-decide';
import { commentAdd } from '@redress/domain/actions/comment-add';
import { complaintAssign } from '@redress/domain/actions/complaint-assign';
import { complaintClaim } from '@redress/domain/actions/complaint-claim';
import { complaintEscalate } from '@redress/domain/actions/complaint-escalate';
import { complaintHold } from '@redress/domain/actions/complaint-hold';
import { complaintMove } from '@redress/domain/actions/complaint-move';
import { complaintResume } from '@redress/domain/actions/complaint-resume';
import { complaintRoute } from '@redress/domain/actions/complaint-route';
import { complaintRule } from '@redress/domain/actions/complaint-rule';
import { complaintSupervise, complaintSuperviseEnd } from '@redress/domain/actions/complaint-supervise';
import { complaintUrge } from '@redress/domain/actions/complaint-urge';
import { PLAIN_CONTACT, contactRecord } from '@redress/domain/actions/contact-record';
import { complaintSummarise } from '@redress/domain/actions/complaint-summarise';
import { consultationRecord } from '@redress/domain/actions/consultation-record';
import { investigationReport } from '@redress/domain/actions/investigation-report';
import { approvalDecide } from '@redress/domain/actions/approval-decide';
import {
  regulatorAnswerReview,
  regulatorAnswerSent,
  regulatorAnswerWrite,
} from '@redress/domain/actions/regulator-answer';
import { regulatorCaseAccept } from '@redress/domain/actions/regulator-accept';
import { resolutionAccept, resolutionRefuse } from '@redress/domain/actions/resolution-answer';
import { resolutionCarryOut } from '@redress/domain/actions/resolution-carry-out';
import { resolutionOffer } from '@redress/domain/actions/resolution-offer';
import { resolutionPropose } from '@redress/domain/actions/resolution-propose';
import { surveyRecord } from '@redress/domain/actions/survey-call';
import { rootCauseSet } from '@redress/domain/actions/root-cause-set';
import { validityDecide } from '@redress/domain/actions/validity-decide';
import type { ActionContext, ActionResult } from '@redress/domain/actions/context';
import { dutyDone, dutyWaive } from '@redress/domain/actions/duty-end';
import { dutyGive } from '@redress/domain/actions/duty-give';
import { escalationTakeOn } from '@redress/domain/actions/escalation-take-on';
import { handoffAccept } from '@redress/domain/actions/handoff-accept';
import { handoffDecline } from '@redress/domain/actions/handoff-decline';
import { handoffRequest } from '@redress/domain/actions/handoff-request';
import { handoffWithdraw } from '@redress/domain/actions/handoff-withdraw';
import { holdApprove, holdRefuse } from '@redress/domain/actions/hold-decide';
import { promiseKeep, promiseRelease } from '@redress/domain/actions/promise-end';
import { promiseMake } from '@redress/domain/actions/promise-make';
import { rulingAppeal } from '@redress/domain/actions/ruling-appeal';
import { MINUTE_MS } from '@redress/domain/rules/days';
import type { DemoStep } from './data/demo-complaint.ts';

/** What later steps of a story refer to. */
export interface Told {
  complaintId: string;
  handoffId: string;
  holdId: string;
  rulingId: string;
  /** In the order in which they were made. */
  promiseIds: string[];
}

/** Performs the step as the context's principal, at the context's time. */
export async function performStep(ctx: ActionContext, told: Told, step: DemoStep): Promise<ActionResult> {
  const { complaintId, complaintId: id, handoffId, holdId, rulingId } = told;
  const expectedVersion = null;
  switch (step.do) {
    case 'route':
      return complaintRoute(ctx, {
        id,
        departmentCode: step.to,
        categoryCode: null,
        severity: null,
        reason: null,
        expectedVersion,
      });
    case 'claim':
      return complaintClaim(ctx, { id, expectedVersion });
    case 'assign':
      return complaintAssign(ctx, { id, assigneeId: memberId(ctx, step.to), expectedVersion });
    case 'contact': {
      const { channel, direction, summary, confirmsFacts = false } = step;
      return contactRecord(ctx, { id, channel, direction, summary, confirmsFacts, at: null, ...PLAIN_CONTACT });
    }
    case 'move': {
      const { to: toStage, reason = null, override = false } = step;
      return complaintMove(ctx, { id, toStage, afterId: null, beforeId: null, expectedVersion, reason, override });
    }
    case 'handoff':
      return handoffRequest(ctx, { complaintId, toDepartmentCode: step.to, reason: step.reason, expectedVersion });
    case 'accept':
      return handoffAccept(ctx, { id: handoffId });
    case 'decline': {
      const { preset, reason, belongsTo = null } = step;
      return handoffDecline(ctx, { id: handoffId, preset, reason, belongsToDepartmentCode: belongsTo });
    }
    case 'withdraw':
      return handoffWithdraw(ctx, { id: handoffId, reason: step.reason });
    case 'rule':
      return complaintRule(ctx, { id, departmentCode: step.to, reason: step.reason, expectedVersion });
    case 'appeal':
      return rulingAppeal(ctx, { id: rulingId, reason: step.reason });
    case 'decideAppeal': {
      const { overturnTo = null, reason } = step;
      return appealDecide(ctx, { id: rulingId, overturn: overturnTo !== null, departmentCode: overturnTo, reason });
    }
    case 'duty': {
      const { to: departmentCode, what, owner, dueInMinutes } = step;
      const ownerId = owner === undefined ? null : memberId(ctx, owner);
      const dueAt = dueInMinutes === undefined ? null : minutesFromNow(ctx, dueInMinutes);
      return dutyGive(ctx, { complaintId, departmentCode, ownerId, what, dueAt });
    }
    case 'dutyDone':
      return dutyDone(ctx, { id: await nthDuty(ctx, complaintId, step.nth), note: step.note ?? null });
    case 'dutyWaive':
      return dutyWaive(ctx, { id: await nthDuty(ctx, complaintId, step.nth), note: step.note });
    case 'promise':
      return promiseMake(ctx, { complaintId, what: step.what, dueAt: minutesFromNow(ctx, step.dueInMinutes) });
    case 'promiseKeep':
      return promiseKeep(ctx, { id: told.promiseIds[step.nth - 1]!, note: step.note ?? null });
    case 'promiseRelease':
      return promiseRelease(ctx, { id: told.promiseIds[step.nth - 1]!, reason: step.reason });
    case 'hold':
      return complaintHold(ctx, {
        id,
        reason: step.reason,
        until: minutesFromNow(ctx, step.forMinutes),
        expectedVersion,
      });
    case 'holdApprove':
      return holdApprove(ctx, { id: holdId });
    case 'holdRefuse':
      return holdRefuse(ctx, { id: holdId, reason: step.reason });
    case 'resume':
      return complaintResume(ctx, { id, note: step.note ?? null });
    case 'escalate':
      return complaintEscalate(ctx, { id, reason: step.reason });
    case 'takeOn':
      return escalationTakeOn(ctx, { id: await standingEscalation(ctx, complaintId), note: step.note ?? null });
    case 'urge':
      return complaintUrge(ctx, { id, message: step.message });
    case 'supervise':
      return complaintSupervise(ctx, { id, reason: step.reason });
    case 'superviseEnd':
      return complaintSuperviseEnd(ctx, { id, note: step.note ?? null });
    case 'agencyAccept':
      return regulatorCaseAccept(ctx, { id, at: null });
    case 'agencyAnswer':
      return regulatorAnswerWrite(ctx, { complaintId, text: step.text });
    case 'agencyReview':
      return regulatorAnswerReview(ctx, { id: await lastAnswer(ctx, complaintId), approve: true, reason: null });
    case 'agencySent':
      return regulatorAnswerSent(ctx, { id: await lastAnswer(ctx, complaintId), at: null });
    case 'propose': {
      const { kind, what, yuan } = step;
      const amountMinor = yuan === undefined ? null : yuan * 100;
      return resolutionPropose(ctx, { complaintId, kind, what, amountMinor, orderMinor: null });
    }
    case 'approve': {
      const approvalId = await standingApproval(ctx, await nthResolution(ctx, complaintId, step.nth));
      return approvalDecide(ctx, { id: approvalId, approve: true, reason: step.reason ?? null });
    }
    case 'offer': {
      const ids = await Promise.all(step.nths.map((nth) => nthResolution(ctx, complaintId, nth)));
      return resolutionOffer(ctx, { ids, answerUntil: null, carryOutBy: null, channel: step.channel });
    }
    case 'agree':
    case 'refuse': {
      const resolutionId = await nthResolution(ctx, complaintId, step.nth);
      const said = { id: resolutionId, channel: 'PHONE', direction: 'INBOUND', words: step.words } as const;
      return step.do === 'agree' ? resolutionAccept(ctx, { ...said, carryOutBy: null }) : resolutionRefuse(ctx, said);
    }
    case 'carryOut':
      return resolutionCarryOut(ctx, { id: await nthResolution(ctx, complaintId, step.nth), proofNote: step.proof });
    case 'survey': {
      const { outcome: outcomeScore, handling: handlingScore, comment = null } = step;
      return surveyRecord(ctx, { complaintId, outcomeScore, handlingScore, comment });
    }
    case 'report': {
      const { course, findings, conclusion } = step;
      return investigationReport(ctx, { complaintId, course, findings, conclusion, expectedVersion });
    }
    case 'validity':
      return validityDecide(ctx, { complaintId, validity: step.validity, reason: step.reason, expectedVersion });
    case 'cause':
      return rootCauseSet(ctx, { complaintId, code: step.code, note: null, expectedVersion });
    case 'consult': {
      const memberIds = step.with.map((email) => memberId(ctx, email));
      const { summary, decision } = step;
      return consultationRecord(ctx, { complaintId, at: null, memberIds, summary, decision });
    }
    case 'summarise':
      return complaintSummarise(ctx, { complaintId, summary: step.summary, expectedVersion });
    case 'comment': {
      const mentionedIds = (step.mentions ?? []).map((email) => memberId(ctx, email));
      return commentAdd(ctx, { id, text: step.text, mentionedIds });
    }
  }
}

function memberId({ directory }: ActionContext, email: string): string {
  const member = directory.members.find((candidate) => candidate.email === email);
  if (member === undefined) throw new Error(`the demo company has no member ${email}`);
  return member.id;
}

function minutesFromNow(ctx: ActionContext, minutes: number): Date {
  return new Date(ctx.now().getTime() + minutes * MINUTE_MS);
}

/** By the order in which they were given: a template gives duties that no step of the story could name. */
async function nthDuty({ db }: ActionContext, complaintId: string, nth: number): Promise<string> {
  const duties = await db.prisma.duty.findMany({
    where: { complaintId },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  const duty = duties[nth - 1];
  if (duty === undefined) throw new Error(`there is no duty ${nth}, only ${duties.length}`);
  return duty.id;
}

/** By the order in which they were drafted. */
async function nthResolution({ db }: ActionContext, complaintId: string, nth: number): Promise<string> {
  const drafted = await db.prisma.resolution.findMany({
    where: { complaintId },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  const resolution = drafted[nth - 1];
  if (resolution === undefined) throw new Error(`there is no resolution ${nth}, only ${drafted.length}`);
  return resolution.id;
}

async function lastAnswer({ db }: ActionContext, complaintId: string): Promise<string> {
  const last = await db.prisma.regulatorAnswer.findFirst({
    where: { complaintId },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  if (last === null) throw new Error('nobody wrote an answer to the agency');
  return last.id;
}

async function standingApproval({ db }: ActionContext, resolutionId: string): Promise<string> {
  const standing = await db.prisma.approval.findFirst({
    where: { resolutionId, state: 'PENDING' },
    select: { id: true },
  });
  if (standing === null) throw new Error('nobody asked for an approval');
  return standing.id;
}

async function standingEscalation({ db }: ActionContext, complaintId: string): Promise<string> {
  const standing = await db.prisma.escalation.findFirst({
    where: { complaintId, state: { in: ['RUNNING', 'FINISHED'] } },
    select: { id: true },
  });
  if (standing === null) throw new Error('nothing was escalated that somebody could take on');
  return standing.id;
}
