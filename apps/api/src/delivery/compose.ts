/** Puts a message together from the case as it is now: only codes, numbers and names of the company's own things. */
import type { Case } from '@redress/domain/actions/case';
import { permissionFacts } from '@redress/domain/actions/case';
import { stepsToDecide } from '@redress/domain/actions/approval-decide';
import type { InstallationKey } from '@redress/domain/actions/installation-key';
import type { Directory } from '@redress/domain/reads/directory';
import { policyValue, STANDARD_CALENDAR } from '@redress/domain/reads/policy-values';
import { answerForms } from '@redress/domain/rules/answer-forms';
import { CHANNEL_WORDS, RESOLUTION_WORDS } from '@redress/domain/rules/kind-words';
import { moneyText } from '@redress/domain/rules/money';
import { permissionsOn } from '@redress/domain/rules/permissions';
import type { MemberPrincipal } from '@redress/domain/rules/principal';
import type { NotificationChannelKind, NotificationKind } from '@redress/domain/rules/vocabulary';
import type { NotificationModel } from '@redress/prisma/rows';
import { writtenIn } from '@redress/domain/rules/words';
import type { Locale } from '@redress/schema/context';
import { ANSWER_MS, signAnswer } from './answer-token.ts';
import type { AnswerKind } from './answer-token.ts';
import type { OutboundLink, OutboundMessage } from './message.ts';
import { CLOCK_WORDS, momentWords, SEVERITY_WORDS, TITLES, words } from './words.ts';

export interface Composing {
  directory: Directory;
  key: InstallationKey;
  /** Where the board is open, without a slash at the end. */
  boardUrl: () => string;
  now: Date;
}

/** Kinds that an answer is offered with; the others tell of something else. */
const ANSWERABLE: readonly NotificationKind[] = [
  'CLAIM_WAITING',
  'HANDOFF_ASKED',
  'DEADLINE_APPROACHING',
  'DEADLINE_BREACHED',
  'ESCALATED',
  'URGED',
  'APPROVAL_ASKED',
];

const ANSWER_WORDS = {
  CLAIM: 'claim',
  ACCEPT: 'accept',
  DECLINE: 'decline',
  APPROVE: 'approve',
  REJECT: 'reject',
} as const satisfies Record<AnswerKind, string>;

/** The message of a delivery to this member, who can sign in and sees the case. */
export function composeMessage(
  composing: Composing,
  deliveryId: string,
  notification: NotificationModel,
  opened: Case,
  member: MemberPrincipal,
): OutboundMessage {
  const { directory } = composing;
  const boardUrl = composing.boardUrl();
  const { complaint } = opened;
  const locale = localeOf(directory, member);
  const answers = ANSWERABLE.includes(notification.kind) ? answersTo(notification, answersOf(opened, member)) : [];
  const expiresAt = new Date(composing.now.getTime() + ANSWER_MS);
  const links: OutboundLink[] = answers.map(({ answer, subjectId }, i) => {
    const grant = { memberId: member.id, answer, subjectId, deliveryId, expiresAt };
    const label = words(ANSWER_WORDS[answer], locale);
    return { label, url: `${boardUrl}/answer/${signAnswer(composing.key, grant)}`, primary: i === 0 };
  });
  const [form] = answerForms(notification.kind);
  const card = `${boardUrl}/complaints/${encodeURIComponent(complaint.number)}`;
  const url = form === undefined ? card : `${card}#${form}`;
  return {
    id: deliveryId,
    locale,
    title: TITLES[notification.kind][locale].replace('{number}', complaint.number),
    facts: factsOf(directory, opened, notification.subjectId, locale),
    links: [...links, { label: words('open', locale), url, primary: links.length === 0 }],
    footer: words('footer', locale),
    urgent: complaint.severity === 'URGENT',
  };
}

/** The message that says nothing but that it arrived. */
export function composeTest(
  { directory, boardUrl }: Pick<Composing, 'directory' | 'boardUrl'>,
  deliveryId: string,
  kind: NotificationChannelKind,
  member: MemberPrincipal,
): OutboundMessage {
  const locale = localeOf(directory, member);
  return {
    id: deliveryId,
    locale,
    title: words('testTitle', locale),
    facts: [{ name: words('testFact', locale), value: CHANNEL_WORDS[kind][locale] }],
    links: [{ label: words('open', locale), url: boardUrl(), primary: true }],
    footer: words('testFooter', locale),
    urgent: false,
  };
}

/** The language that a member reads. */
export function localeOf(directory: Directory, { id }: MemberPrincipal): Locale {
  return writtenIn(directory.member(id)?.locale);
}

interface Answer {
  answer: AnswerKind;
  subjectId: string;
}

/** Of these answers those that a message about it offers: an approval is asked for by itself. */
function answersTo({ kind, subjectId }: NotificationModel, answers: Answer[]): Answer[] {
  return answers.filter(({ answer, subjectId: of }) =>
    answer === 'APPROVE' || answer === 'REJECT'
      ? kind === 'APPROVAL_ASKED' && of === subjectId
      : kind !== 'APPROVAL_ASKED',
  );
}

/** What the member may answer now: so nothing is offered that would be refused. */
export function answersOf(opened: Case, member: MemberPrincipal): Answer[] {
  const steps = stepsToDecide(member, opened);
  const decisions = steps.flatMap(({ id }) => [
    { answer: 'APPROVE', subjectId: id } as const,
    { answer: 'REJECT', subjectId: id } as const,
  ]);
  return [...custodyAnswers(opened, member), ...decisions];
}

function custodyAnswers(opened: Case, member: MemberPrincipal): Answer[] {
  const may = permissionsOn(member, permissionFacts(opened));
  const handoff = opened.pendingHandoff;
  if (handoff !== null && may.answerHandoff) {
    return [
      { answer: 'ACCEPT', subjectId: handoff.id },
      { answer: 'DECLINE', subjectId: handoff.id },
    ];
  }
  return may.claim ? [{ answer: 'CLAIM', subjectId: opened.complaint.id }] : [];
}

/** What is to be approved, severity, category, department, and the clock that hurts. */
export function factsOf(
  directory: Directory,
  opened: Case,
  subjectId: string,
  locale: Locale,
): OutboundMessage['facts'] {
  const { complaint, deadlines } = opened;
  const named = (thing: { nameZh: string; nameEn: string } | null) =>
    thing === null ? words('nobody', locale) : locale === 'en' ? thing.nameEn : thing.nameZh;
  const facts = [
    ...approvalFacts(opened, subjectId, locale),
    { name: words('severity', locale), value: SEVERITY_WORDS[complaint.severity][locale] },
    { name: words('category', locale), value: named(directory.category(complaint.categoryCode)) },
    { name: words('department', locale), value: named(directory.department(complaint.departmentId)) },
  ];
  const running = deadlines
    .filter(({ state, silent }) => state === 'OPEN' && !silent)
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  const clock = running.find(({ id, subjectId: of }) => id === subjectId || of === subjectId) ?? running[0];
  if (clock !== undefined) {
    const timeZone = policyValue(directory, 'calendar', STANDARD_CALENDAR)?.timeZone ?? 'UTC';
    facts.push({ name: CLOCK_WORDS[clock.kind][locale], value: momentWords(clock.dueAt, timeZone, locale) });
  }
  return facts;
}

/** Kind and amount of the resolution that a step is about: codes and numbers, not what was written. */
function approvalFacts({ approvals, resolutions }: Case, subjectId: string, locale: Locale): OutboundMessage['facts'] {
  const step = approvals.find(({ id }) => id === subjectId);
  const resolution = resolutions.find(({ id }) => id === step?.resolutionId);
  if (resolution === undefined) return [];
  const { kind, amountMinor, standardMinor, currency, deviates } = resolution;
  const money = (minor: bigint) => moneyText(Number(minor), currency, locale);
  const named = RESOLUTION_WORDS[kind][locale];
  const value = amountMinor === null ? named : `${named} ${money(amountMinor)}`;
  const facts = [{ name: words('resolution', locale), value }];
  if (deviates && standardMinor !== null) facts.push({ name: words('standard', locale), value: money(standardMinor) });
  return facts;
}
