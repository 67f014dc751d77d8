/**
 * `/answer/<token>`: answers that are given from an e-mail or a message card (docs/SPEC.md, NX14–NX19). GET shows what
 * would be done and does nothing, because mail scanners and previews fetch links; POST does it, as the member, by the
 * same action as on the board.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { approvalDecide } from '@redress/domain/actions/approval-decide';
import { grantsOf, loadCase, loadCaseOf, loadCaseOfHandoff } from '@redress/domain/actions/case';
import type { Case } from '@redress/domain/actions/case';
import { complaintClaim } from '@redress/domain/actions/complaint-claim';
import type { ActionContext, ActionResult } from '@redress/domain/actions/context';
import { handoffAccept } from '@redress/domain/actions/handoff-accept';
import { handoffDecline } from '@redress/domain/actions/handoff-decline';
import { canSee, scopeOf } from '@redress/domain/rules/principal';
import type { MemberPrincipal } from '@redress/domain/rules/principal';
import { writtenIn } from '@redress/domain/rules/words';
import type { Locale } from '@redress/schema/context';
import { readAnswer } from '../delivery/answer-token.ts';
import type { AnswerGrant, AnswerKind } from '../delivery/answer-token.ts';
import { answersOf, factsOf } from '../delivery/compose.ts';
import type { Services } from '../services.ts';
import { memberPrincipal } from '../session/member-principal.ts';
import { readDecline, readReason } from './answer-form.ts';
import type { DeclineAnswer } from './answer-form.ts';
import { refusedPage } from './answer-outcome.ts';
import { answerWithPage } from './answer-page.ts';
import type { AnswerPage } from './answer-page.ts';
import { answerWord } from './answer-words.ts';
import type { AnswerWord } from './answer-words.ts';
import { addressKey, clientAddress } from './client-address.ts';
import { localeOf } from './locale.ts';
import { answerError } from './plain-answer.ts';

export const ANSWER_PATH = '/answer/';
/** More than a head of department answers in a minute, and far too few to guess anything by. */
const TRIES = { limit: 60, windowSeconds: 60 };

const WORDS: Record<AnswerKind, { title: AnswerWord; button: AnswerWord; done: AnswerWord; doneText: AnswerWord }> = {
  CLAIM: { title: 'claim', button: 'claimButton', done: 'claimed', doneText: 'claimedText' },
  ACCEPT: { title: 'accept', button: 'acceptButton', done: 'accepted', doneText: 'acceptedText' },
  DECLINE: { title: 'decline', button: 'declineButton', done: 'declined', doneText: 'declinedText' },
  APPROVE: { title: 'approve', button: 'approveButton', done: 'approved', doneText: 'approvedText' },
  REJECT: { title: 'reject', button: 'rejectButton', done: 'rejected', doneText: 'rejectedText' },
};

export async function answerByLink(
  services: Services,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET' } = request;
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') {
    response.setHeader('allow', 'GET, HEAD, POST');
    return answerError(response, 405, 'METHOD_NOT_ALLOWED', 'Answers are read with GET and given with POST.');
  }
  answerWithPage(response, await pageFor(services, request, method === 'POST'));
}

async function pageFor(services: Services, request: IncomingMessage, acts: boolean): Promise<AnswerPage> {
  const now = services.time.now();
  const spoken = localeOf(request.headers['accept-language']);
  const address = clientAddress(request, services.trustProxy);
  const tries = await services.throttle.take(`answer/${addressKey(address)}`, TRIES);
  if (!tries.ok) {
    const seconds = tries.retryAfterSeconds;
    return { ...plainPage(429, 'tooMany', 'tooManyText', spoken, { seconds }), retryAfterSeconds: seconds };
  }
  const token = (request.url ?? '').split('?')[0]!.slice(ANSWER_PATH.length);
  const grant = readAnswer(services.key, token, now);
  if (grant === null) return plainPage(404, 'invalid', 'invalidText', spoken);
  if (grant === 'EXPIRED') return plainPage(410, 'expired', 'expiredText', spoken);
  const member = memberPrincipal(services.directory, grant.memberId, 'link', now);
  if (member === null) return plainPage(410, 'gone', 'goneText', spoken);

  const locale = writtenIn(services.directory.member(member.id)?.locale);
  const answering = { services, grant, member, locale };
  if (!acts) return shown(answering, null, 200);
  const given = await readGiven(grant, request);
  if (given === 'NEEDS_REASON') {
    const needed = grant.answer === 'DECLINE' ? 'needsReason' : 'needsRejectReason';
    return shown(answering, answerWord(needed, locale), 422);
  }
  if (given === 'MALFORMED') return shown(answering, null, 400);
  return carriedOut(answering, given, { address, userAgent: request.headers['user-agent'] ?? null });
}

/** What the form says besides that it was sent. */
type Given = DeclineAnswer | { reason: string } | null;

function readGiven({ answer }: AnswerGrant, request: IncomingMessage): Promise<Given | 'NEEDS_REASON' | 'MALFORMED'> {
  if (answer === 'DECLINE') return readDecline(request);
  return answer === 'REJECT' ? readReason(request) : Promise.resolve(null);
}

const ASKED = {
  CLAIM: 'NOTHING',
  ACCEPT: 'NOTHING',
  DECLINE: 'PRESET',
  APPROVE: 'NOTHING',
  REJECT: 'REASON',
} as const satisfies Record<AnswerKind, string>;

interface Answering {
  services: Services;
  grant: AnswerGrant;
  member: MemberPrincipal;
  locale: Locale;
}

/** What would be done; or, where that is no longer possible, what has become of it. */
async function shown(answering: Answering, problem: string | null, status: number): Promise<AnswerPage> {
  const { services, grant, member, locale } = answering;
  const opened = await caseOf(answering);
  if (opened === null) return plainPage(410, 'gone', 'goneText', locale);
  const possible = answersOf(opened, member).some(
    ({ answer, subjectId }) => answer === grant.answer && subjectId === grant.subjectId,
  );
  if (!possible) return refusedPage(services, grant, opened, locale);
  const { title, button } = WORDS[grant.answer];
  return {
    locale,
    status,
    title: answerWord(title, locale, { number: opened.complaint.number }),
    text: answerWord('as', locale, { name: member.name }),
    facts: factsOf(services.directory, opened, grant.subjectId, locale),
    form: { button: answerWord(button, locale), asks: ASKED[grant.answer], problem },
    boardUrl: boardUrlOf(opened),
  };
}

async function carriedOut(
  answering: Answering,
  given: Given,
  from: { address: string | null; userAgent: string | null },
): Promise<AnswerPage> {
  const { services, grant, member, locale } = answering;
  const ctx: ActionContext = {
    db: services.db,
    principal: member,
    origin: { via: 'link', ...from, requestId: randomUUID() },
    now: () => services.time.now(),
    directory: services.directory,
    idempotency: null,
  };
  const result = await act(ctx, grant, given);
  const opened = await caseOf(answering);
  if (!result.ok && opened === null) return plainPage(410, 'gone', 'goneText', locale);
  if (!result.ok) return refusedPage(services, grant, opened!, locale);
  const { done, doneText } = WORDS[grant.answer];
  // Who declined sees the complaint no longer, but has just been shown its number.
  const complaint = opened?.complaint ?? (await loadAnyCase(answering))!.complaint;
  return {
    locale,
    status: 200,
    title: answerWord(done, locale),
    text: answerWord(doneText, locale, { number: complaint.number }),
    boardUrl: `/complaints/${encodeURIComponent(complaint.number)}`,
  };
}

function act(ctx: ActionContext, { answer, subjectId: id }: AnswerGrant, given: Given): Promise<ActionResult> {
  switch (answer) {
    case 'CLAIM':
      return complaintClaim(ctx, { id, expectedVersion: null });
    case 'ACCEPT':
      return handoffAccept(ctx, { id });
    case 'DECLINE':
      return handoffDecline(ctx, { id, ...(given as DeclineAnswer), belongsToDepartmentCode: null });
    case 'APPROVE':
      return approvalDecide(ctx, { id, approve: true, reason: null });
    case 'REJECT':
      return approvalDecide(ctx, { id, approve: false, reason: given!.reason });
  }
}

/** The case if the member sees it. */
async function caseOf(answering: Answering): Promise<Case | null> {
  const opened = await loadAnyCase(answering);
  return opened !== null && canSee(scopeOf(answering.member), grantsOf(opened.access)) ? opened : null;
}

function loadAnyCase({ services: { db }, grant }: Answering): Promise<Case | null> {
  const { answer, subjectId } = grant;
  if (answer === 'CLAIM') return loadCase(db, subjectId);
  const decides = answer === 'APPROVE' || answer === 'REJECT';
  return decides ? loadCaseOf(db, 'approval', subjectId) : loadCaseOfHandoff(db, subjectId);
}

function boardUrlOf({ complaint }: Case): string {
  return `/complaints/${encodeURIComponent(complaint.number)}`;
}

function plainPage(
  status: number,
  title: AnswerWord,
  text: AnswerWord,
  locale: Locale,
  values: Record<string, string | number> = {},
): AnswerPage {
  return { locale, status, title: answerWord(title, locale), text: answerWord(text, locale, values), boardUrl: '/' };
}
