/**
 * How each event of the story is told: one short line of what was done, and the words a person left with it, if any.
 * Pure, for tests.
 */
import { problemWords } from './told-words.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Translate } from '../../i18n/translate.ts';
import { departmentName } from '../../ui/department-name.ts';
import type { NamedDepartment } from '../../ui/department-name.ts';
import { shortDate } from '../../ui/time.ts';
import { dutyText } from './duty-text.ts';
import type { DutyWords } from './duty-text.ts';
import { approverName, resolutionName } from './resolution-words.ts';
import type { TimelineEvent } from './use-timeline.ts';

type NamedDuty = DutyWords & { department: NamedDepartment };

export interface EventWords {
  /** What was done, without who did it. */
  line: string;
  /** A person's own words; shown first and undimmed. */
  words: string | null;
  /** `breach` is the one kind that is red. */
  kind: 'words' | 'system' | 'breach';
}

/** Who did it: a member, an integration, the customer, or the system itself. */
export function actorName(event: TimelineEvent, t: Translate): string {
  const actor = event.actor;
  switch (actor?.__typename) {
    case 'Member':
    case 'Integration':
      return actor.name;
    case 'CustomerActor':
      return actor.label;
    default:
      return t('unit.system');
  }
}

/** Tells one event. An event type that came after this code is told by its name alone. */
export function eventWords(event: TimelineEvent, t: Translate, locale: Locale): EventWords {
  const name = (department: NamedDepartment) => departmentName(department, locale);
  const duty = (of: { duty: NamedDuty }) => ({ department: name(of.duty.department), what: dutyText(of.duty, locale) });
  const promised = ({ what }: { what: string | null }, said: string | null) =>
    [what ?? t('timeline.erased'), said].filter(Boolean).join(t('timeline.saidOfIt'));
  const told = (line: string, words: string | null | undefined = null): EventWords => {
    const said = words?.trim() || null;
    return { line, words: said, kind: said === null ? 'system' : 'words' };
  };
  switch (event.__typename) {
    case 'ComplaintRegistered':
      return told(t('timeline.registered'));
    case 'ComplaintRouted': {
      const to = name(event.toDepartment);
      if (event.fromDepartment?.code === event.toDepartment.code) return told(t('timeline.graded'), event.reason);
      const by = event.rule === null ? '' : ` · ${t('timeline.byRule', { rule: event.rule.name })}`;
      if (event.fromDepartment === null) return told(t('timeline.routed', { to }) + by, event.reason);
      return told(t('timeline.rerouted', { from: name(event.fromDepartment), to }) + by, event.reason);
    }
    case 'SeverityChanged':
      return told(
        t('timeline.severity', { from: t(`severity.${event.fromSeverity}`), to: t(`severity.${event.toSeverity}`) }),
      );
    case 'ComplaintTriaged': {
      const because = event.triageReasons.map((reason) => t(`triage.${reason}`)).join(t('common.comma'));
      return told(t('timeline.triaged', { severity: t(`severity.${event.proposedSeverity}`), because }));
    }
    case 'ComplaintSettled':
      return told(t('timeline.settled'), event.settledBy && resolutionName(event.settledBy, t, locale));
    case 'FactsCorrected':
      return told(
        t('timeline.factsCorrected', { facts: event.facts.map((fact) => t(`fact.${fact}`)).join(t('common.comma')) }),
      );
    case 'ComplaintClaimed':
      return told(t('timeline.claimed', { department: name(event.department) }));
    case 'ComplaintMoved': {
      const stages = { from: t(`stage.${event.fromStage}`), to: t(`stage.${event.toStage}`) };
      if (!event.override) return told(t('timeline.moved', stages), event.reason);
      const waived = event.waived.map((requirement) => t(`requirement.${requirement}`)).join(t('common.comma'));
      const line = waived === '' ? t('timeline.overridden', stages) : t('timeline.waived', { ...stages, waived });
      return told(line, event.reason);
    }
    case 'ComplaintAssigned':
      if (event.toAssignee === null) return told(t('timeline.unassigned'));
      if (event.fromAssignee === null) return told(t('timeline.assigned', { name: event.toAssignee.name }));
      return told(t('timeline.reassigned', { from: event.fromAssignee.name, name: event.toAssignee.name }));
    case 'ContactRecorded': {
      const { channel, direction, confirmsFacts, summary } = event.contact;
      const values = { channel: t(`channel.${channel}`) };
      const line = direction === 'INBOUND' ? t('timeline.contactIn', values) : t('timeline.contactOut', values);
      return told(confirmsFacts ? `${line} · ${t('timeline.factsConfirmed')}` : line, summary);
    }
    case 'CommentAdded':
      return told(t('timeline.commented'), event.text ?? t('timeline.erased'));
    case 'HandoffRequested':
      return told(
        t('timeline.handoffRequested', { from: name(event.handoff.from), to: name(event.handoff.to) }),
        event.handoff.reason,
      );
    case 'HandoffAccepted':
      return told(t('timeline.handoffAccepted', { to: name(event.handoff.to) }));
    case 'HandoffDeclined': {
      const { to, declinePreset, belongsTo, answerReason } = event.handoff;
      const parts = [
        t('timeline.handoffDeclined', { to: name(to) }),
        declinePreset && t(`declinePreset.${declinePreset}`),
        belongsTo && t('timeline.belongsTo', { department: name(belongsTo) }),
      ];
      return told(parts.filter(Boolean).join(' · '), answerReason);
    }
    case 'HandoffWithdrawn':
      return told(t('timeline.handoffWithdrawn', { to: name(event.handoff.to) }), event.handoff.answerReason);
    case 'ComplaintContested': {
      const departments = [...new Set(event.declines.map(({ to }) => name(to)))].join(t('common.comma'));
      return told(t('timeline.contested', { departments }));
    }
    case 'ComplaintRuled':
      return told(t('timeline.ruled', { department: name(event.ruling.department) }), event.ruling.reason);
    case 'RulingAppealed':
      return told(t('timeline.appealed', { department: name(event.ruling.department) }), event.ruling.appealReason);
    case 'AppealDecided': {
      const values = { department: name(event.department) };
      const line = event.overturned ? t('timeline.overturned', values) : t('timeline.upheld', values);
      return told(line, event.ruling.decisionReason);
    }
    case 'DutyGiven':
      return told(t('timeline.dutyGiven', { department: name(event.duty.department) }), dutyText(event.duty, locale));
    case 'DutyDone':
      return told(t('timeline.dutyDone', duty(event)), event.duty.note);
    case 'DutyWaived':
      return told(t('timeline.dutyWaived', duty(event)), event.duty.note);
    case 'DutyAssigned':
      if (event.toMember === null) return told(t('timeline.dutyUnassigned', duty(event)));
      return told(t('timeline.dutyAssigned', { ...duty(event), name: event.toMember.name }));
    case 'DutyLinesSkipped': {
      const { category, lines, skippedFor } = event;
      const named =
        category === null ? t('timeline.goneCategory') : locale === 'en' ? category.nameEn : category.nameZh;
      const values = { category: named, lines: lines.join(t('common.comma')) };
      return told(t(`timeline.dutySkipped.${skippedFor}`, values));
    }
    case 'HoldRequested':
      return told(t('timeline.holdRequested', { at: shortDate(event.hold.until, locale) }), event.hold.reason);
    case 'HoldRefused':
      return told(t('timeline.holdRefused'), event.reason);
    case 'ComplaintHeld':
      return told(t('timeline.held', { at: shortDate(event.hold.until, locale) }), event.hold.reason);
    case 'ComplaintResumed':
      return told(event.early ? t('timeline.resumedEarly') : t('timeline.resumed'), event.note);
    case 'InvestigationReported':
      return told(t('timeline.investigationReported'), event.investigation.report?.conclusion);
    case 'ValidityDecided': {
      const { validity, investigation } = event;
      return told(t('timeline.validityDecided', { validity: t(`validity.${validity}`) }), investigation.validityReason);
    }
    case 'RootCauseSet': {
      const { rootCause, investigation } = event;
      const named = locale === 'en' ? rootCause?.nameEn : rootCause?.nameZh;
      return told(t('timeline.rootCauseSet', { cause: named ?? t('timeline.goneCause') }), investigation.rootCauseNote);
    }
    case 'ResponsibilityDecided':
      return told(t('timeline.responsibilityDecided'));
    case 'ConsultationRecorded': {
      const { members, decision } = event.consultation;
      const names = members.map(({ name: member }) => member).join(t('common.comma'));
      return told(t('timeline.consultationRecorded', { names }), decision);
    }
    case 'VisitPlanned': {
      const { at, place, visitors } = event.visit;
      const names = visitors.map(({ name: member }) => member).join(t('common.comma'));
      return told(t('timeline.visitPlanned', { at: shortDate(at, locale), names }), place);
    }
    case 'VisitEnded':
      return told(t(`timeline.visitEnded.${event.visit.state}`), event.visit.record);
    case 'ClosingSummaryWritten':
      return told(t('timeline.summaryWritten'), event.investigation.summary);
    case 'ConcernedMembersSet': {
      if (event.concerned.length === 0) return told(t('timeline.concernedNobody'));
      const names = event.concerned.map(({ name: member }) => member).join(t('common.comma'));
      return told(t('timeline.concernedSet', { names }));
    }
    case 'PromiseMade': {
      const { what, dueAt } = event.promise;
      return told(t('timeline.promiseMade', { at: shortDate(dueAt, locale) }), what ?? t('timeline.erased'));
    }
    case 'PromiseKept':
      return told(t('timeline.promiseKept'), promised(event.promise, event.note));
    case 'PromiseReleased':
      return told(t('timeline.promiseReleased'), promised(event.promise, event.reason));
    case 'AttachmentAdded': {
      const { name: file, note } = event.attachment;
      return told(
        t('timeline.attached'),
        [file ?? t('timeline.erasedFile'), note].filter(Boolean).join(t('timeline.saidOfIt')),
      );
    }
    case 'AttachmentRemoved':
      return told(
        t('timeline.attachmentRemoved', { name: event.attachment.name ?? t('timeline.erasedFile') }),
        event.reason,
      );
    case 'SurveyAsked':
      return told(t('timeline.surveyAsked', { at: shortDate(event.survey.expiresAt, locale) }));
    case 'SurveyReminded':
      return told(t('timeline.surveyReminded', { n: event.reminder }));
    case 'SurveyAttempted':
      return told(t('timeline.surveyAttempted'), event.note);
    case 'SurveyAnswered': {
      const { outcomeScore: outcome, handlingScore: handling, via, survey } = event;
      return told(t(`timeline.surveyAnswered.${via}`, { outcome, handling }), survey.comment);
    }
    case 'SurveyGivenUp':
      return told(t('timeline.surveyGivenUp'));
    case 'CustomerMessageSent': {
      const { point, via } = event.message;
      return told(t(`timeline.customerTold.${via ?? 'EMAIL'}`, { point: t(`told.point.${point}`) }));
    }
    case 'CustomerMessageFailed': {
      const { point, problem } = event.message;
      return told(
        t('timeline.customerNotTold', { point: t(`told.point.${point}`) }),
        problem && problemWords(problem, t),
      );
    }
    case 'FinalAnswerRequested':
      return told(t('timeline.finalAnswerRequested', { name: event.finalAnswer.reviewer?.name ?? '' }));
    case 'FinalAnswerRejected':
      return told(t('timeline.finalAnswerRejected'), event.finalAnswer.reason);
    case 'FinalAnswerGiven':
      return told(t('timeline.finalAnswerGiven'), event.finalAnswer.text ?? t('timeline.erased'));
    case 'ResolutionProposed': {
      const what = resolutionName(event.resolution, t, locale);
      const line = event.byCustomer ? 'timeline.resolutionProposedByCustomer' : 'timeline.resolutionProposed';
      return told(t(line, { what }), event.resolution.what);
    }
    case 'ResolutionOffered': {
      const { answerUntil, resolutions } = event;
      const what = resolutions.map((one) => resolutionName(one, t, locale)).join(t('common.comma'));
      const count = resolutions.length;
      if (answerUntil === null) return told(t('timeline.resolutionOffered', { count, what }));
      return told(t('timeline.resolutionOfferedUntil', { count, what, at: shortDate(answerUntil, locale) }));
    }
    case 'ResolutionAnswered': {
      const what = resolutionName(event.resolution, t, locale);
      const [yes, no] =
        event.by === 'CUSTOMER'
          ? (['timeline.resolutionAccepted', 'timeline.resolutionRefused'] as const)
          : (['timeline.proposalAccepted', 'timeline.proposalDeclined'] as const);
      return told(t(event.accepted ? yes : no, { what }), event.resolution.answerNote);
    }
    case 'ResolutionCarriedOut': {
      const what = resolutionName(event.resolution, t, locale);
      return told(t('timeline.resolutionCarriedOut', { what }), event.resolution.proofNote);
    }
    case 'ResolutionWithdrawn': {
      const what = resolutionName(event.resolution, t, locale);
      return told(t(`timeline.resolutionWithdrawn.${event.withdrawnBecause}`, { what }), event.reason);
    }
    case 'ApprovalAsked': {
      const what = resolutionName(event.resolution, t, locale);
      return told(t('timeline.approvalAsked', { role: approverName(event.role, t), what }));
    }
    case 'ApprovalDecided': {
      const what = resolutionName(event.resolution, t, locale);
      const line = event.approved ? 'timeline.approvalGiven' : 'timeline.approvalRefused';
      return told(t(line, { what }), event.approval.reason);
    }
    case 'RegulatorCaseSet': {
      const agency = t(`regulator.agency.${event.agency}`);
      return told(t(event.isNew ? 'timeline.regulatorSet' : 'timeline.regulatorCorrected', { agency }));
    }
    case 'RegulatorCaseAccepted':
      return told(t('timeline.regulatorAccepted'));
    case 'RegulatorAnswerWritten':
      return told(t('timeline.regulatorAnswerWritten'), event.answer.text ?? t('timeline.erased'));
    case 'RegulatorAnswerReviewed':
      return told(
        t(event.approved ? 'timeline.regulatorAnswerApproved' : 'timeline.regulatorAnswerReturned'),
        event.answer.reason,
      );
    case 'RegulatorAnswerSent':
      return told(t('timeline.regulatorAnswerSent'), event.answer.text ?? t('timeline.erased'));
    case 'RegulatorOutcomeRecorded':
      return told(t('timeline.regulatorOutcome', { outcome: t(`regulator.outcome.${event.outcome}`) }));
    case 'RepliesHeld':
      return told(t(event.byItself ? 'timeline.repliesHeldByItself' : 'timeline.repliesHeld'), event.reason);
    case 'RepliesReleased':
      return told(t('timeline.repliesReleased'), event.reason);
    case 'ReplyDrafted':
      return told(t('timeline.replyDrafted'), event.reply.text ?? t('timeline.erased'));
    case 'ReplyDecided':
      return told(
        t(event.approved ? 'timeline.replyApproved' : 'timeline.replyRejected'),
        event.approved ? event.reply.text : event.reply.reason,
      );
    case 'DemandMarked':
      return told(t('timeline.demandMarked', { at: shortDate(event.mark.until, locale) }), event.mark.reason);
    case 'DemandMarkDecided':
      return told(
        t(event.approved ? 'timeline.demandMarkApproved' : 'timeline.demandMarkRefused'),
        event.mark.decisionReason,
      );
    case 'DemandUnmarked':
      return told(t('timeline.demandUnmarked'), event.reason);
    case 'ClocksRecomputed': {
      const clocks = event.clocks.map(({ kind, dueFrom, dueTo }) => {
        const [from, to] = [shortDate(dueFrom, locale), shortDate(dueTo, locale)];
        return from === to ? t(`deadline.${kind}`) : `${t(`deadline.${kind}`)} ${from} → ${to}`;
      });
      return told(t(`timeline.recomputed.${event.recomputedFor}`, { clocks: clocks.join(t('common.comma')) }));
    }
    case 'DeadlineApproaching':
      return told(t('timeline.approaching', { deadline: t(`deadline.${event.deadline.kind}`) }));
    case 'ComplaintEscalated': {
      const { level, missedDeadline, members } = event;
      const line =
        missedDeadline === null
          ? t('timeline.escalatedByHand', { level })
          : t('timeline.escalated', { level, deadline: t(`deadline.${missedDeadline.kind}`) });
      const names = members.map((member) => member.name).join(t('common.comma'));
      return told(names === '' ? line : `${line} · ${t('timeline.named', { members: names })}`, event.reason);
    }
    case 'EscalationTaken':
      return told(t('timeline.taken'), event.note);
    case 'ComplaintUrged': {
      const { handlingDepartment: department, text } = event;
      const line = department ? t('timeline.urgedDepartment', { department: name(department) }) : t('timeline.urged');
      return told(line, text);
    }
    case 'SupervisionBegan': {
      const { supervisor, actor } = event;
      const isOwn = supervisor === null || (actor?.__typename === 'Member' && actor.id === supervisor.id);
      return told(
        isOwn ? t('timeline.supervised') : t('timeline.supervisedBy', { name: supervisor.name }),
        event.reason,
      );
    }
    case 'SupervisionEnded':
      return told(t(event.because === 'MOVED' ? 'timeline.supervisionMoved' : 'timeline.supervisionEnded'), event.note);
    case 'GroupChanged': {
      const { added, removed } = event;
      return told(added > 0 ? t('timeline.groupAdded', { n: added }) : t('timeline.groupRemoved', { n: removed }));
    }
    case 'GroupJoined':
      return told(t('timeline.groupJoined', { number: event.parent?.number ?? '' }));
    case 'GroupLeft':
      return told(t('timeline.groupLeft', { number: event.parent?.number ?? '' }));
    case 'GroupLineSet':
      return told(t('timeline.groupLine'), event.line);
    case 'ComplaintMerged':
      return told(t('timeline.merged', { number: event.into?.number ?? '' }), event.reason);
    case 'ComplaintAbsorbed':
      return told(t('timeline.absorbed', { number: event.merged?.number ?? '' }));
    case 'SightFollowed':
      return told(t('timeline.sightFollowed'));
    case 'ErasureRequested':
      return told(t('timeline.erasureRequested', { ground: t(`privacy.ground.${event.ground}`) }), event.reason);
    case 'ErasureRefused':
      return told(t('timeline.erasureRefused'), event.reason);
    case 'CustomerErased':
      return told(t('timeline.customerErased', { ground: t(`privacy.ground.${event.ground}`) }));
    case 'ComplaintPrinted':
      return told(t('timeline.printed'));
    case 'CustomerCopied':
      return told(t('timeline.customerCopied'));
    case 'CustomerRevealed':
      return told(t('timeline.revealed', { reason: t(`privacy.reason.${event.revealedFor}`) }), event.note);
    case 'DeadlineBreached': {
      const line = t('timeline.breached', { deadline: t(`deadline.${event.deadline.kind}`) });
      return { line, words: null, kind: 'breach' };
    }
    default:
      return told(t('timeline.other'));
  }
}
