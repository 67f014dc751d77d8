/** What has become of something that can't be answered any more: who settled it, and when. */
import type { Case } from '@redress/domain/actions/case';
import { policyValue, STANDARD_CALENDAR } from '@redress/domain/reads/policy-values';
import type { Locale } from '@redress/schema/context';
import type { AnswerGrant } from '../delivery/answer-token.ts';
import { momentWords } from '../delivery/words.ts';
import type { Services } from '../services.ts';
import type { AnswerPage } from './answer-page.ts';
import { answerWord } from './answer-words.ts';
import type { AnswerWord } from './answer-words.ts';

/** For a member who sees the case. */
export async function refusedPage(
  { db, directory }: Services,
  { answer, subjectId }: AnswerGrant,
  { complaint }: Case,
  locale: Locale,
): Promise<AnswerPage> {
  const timeZone = policyValue(directory, 'calendar', STANDARD_CALENDAR)?.timeZone ?? 'UTC';
  const page = (title: AnswerWord, text: AnswerWord, by?: { id: string | null; at: Date }): AnswerPage => ({
    locale,
    status: 409,
    title: answerWord(title, locale),
    text: answerWord(
      text,
      locale,
      by && {
        name: directory.member(by.id)?.name ?? answerWord('somebody', locale),
        at: momentWords(by.at, timeZone, locale),
      },
    ),
    boardUrl: `/complaints/${encodeURIComponent(complaint.number)}`,
  });
  if (answer === 'CLAIM') {
    const { claimedAt, claimedById, pendingHandoffId } = complaint;
    if (claimedAt !== null) return page('alreadyClaimed', 'alreadyClaimedText', { id: claimedById, at: claimedAt });
    return pendingHandoffId === null ? page('gone', 'goneText') : page('handoffPending', 'handoffPendingText');
  }
  if (answer === 'APPROVE' || answer === 'REJECT') {
    const step = await db.prisma.approval.findUnique({ where: { id: subjectId } });
    // A step that nobody has to decide any more was ended with its resolution.
    if (step?.decidedAt == null) return page('gone', 'goneText');
    return page('alreadyDecided', 'alreadyDecidedText', { id: step.decidedById, at: step.decidedAt });
  }
  const handoff = await db.prisma.handoff.findUnique({ where: { id: subjectId } });
  if (handoff?.answeredAt == null) return page('gone', 'goneText');
  return page('alreadyAnswered', 'alreadyAnsweredText', { id: handoff.answeredById, at: handoff.answeredAt });
}
