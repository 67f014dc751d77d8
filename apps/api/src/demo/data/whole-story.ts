/**
 * A story with everything that its moves ask of the case's content. Stories tell what is particular about a complaint;
 * what every investigation has to write down, and how it was settled, is added here, before the move that would be
 * refused without it.
 */
import type { ApprovalRole } from '@redress/domain/rules/approval';
import { needsConsent } from '@redress/domain/rules/resolution';
import { DEFAULT_CRITERIA, isMoveBack } from '@redress/domain/rules/stages';
import type { StageRequirement } from '@redress/domain/rules/stages';
import { DEFAULT_SURVEY } from '@redress/domain/rules/survey';
import type { Stage } from '@redress/domain/rules/vocabulary';
import { members } from './company.ts';
import type { DemoComplaint, DemoDeed, DemoStep } from './demo-complaint.ts';
import { DemoContent } from './demo-content.ts';
import { approversOf } from './demo-resolutions.ts';
import { findingsOn } from './findings.ts';
import { mail } from './steps.ts';

/** The steps of a complaint, those included that go without saying. */
export function wholeStory(complaint: DemoComplaint): DemoStep[] {
  const content = new DemoContent(complaint);
  let stage: Stage = 'RECEIVED';
  let previous = complaint.receivedMinutesAgo;
  return complaint.story.flatMap((step) => {
    const before = step.do === 'move' && step.override !== true ? added(complaint, content, step, stage) : [];
    const timed = before.map((deed, i) => ({
      ...deed,
      minutesAgo: Math.round(previous - ((previous - step.minutesAgo) * (i + 1)) / (before.length + 1)),
    }));
    for (const one of [...timed, step]) content.play(one);
    previous = step.minutesAgo;
    if (step.do === 'move') {
      if (stage === 'CLOSED') content.reset();
      if (step.to === 'FOLLOWING_UP') content.ask(step.minutesAgo);
      stage = step.to;
    }
    if (step.do === 'survey' && step.outcome <= DEFAULT_SURVEY.reopenAtOrBelow) {
      content.reset();
      stage = 'CONFIRMED';
    }
    return [...timed, step];
  });
}

/** Without their moments: they lie between the step before and the move. */
function added(
  complaint: DemoComplaint,
  content: DemoContent,
  move: DemoStep & { do: 'move' },
  stage: Stage,
): (DemoDeed & { by: string })[] {
  if (isMoveBack(stage, move.to)) return [];
  const { by, minutesAgo } = move;
  const asked = content.unmetAt(minutesAgo).filter((requirement) => DEFAULT_CRITERIA[stage].includes(requirement));
  const settling = asked.includes('RESOLUTION_OFFERED') ? settle(complaint, content, by) : [];
  const caller = asked.includes('SURVEY') ? [survey(complaint)] : [];
  const findings = asked.flatMap((requirement) => {
    const deed = deedFor(requirement, complaint, by);
    return deed === null ? [] : [{ by, ...deed }];
  });
  return [...settling, ...caller, ...findings];
}

const APPROVERS: Record<ApprovalRole, string> = {
  SUPERVISOR: mail('supervisor'),
  EXECUTIVE: mail('executive'),
  GENERAL_MANAGER: mail('gm'),
};

/** What the complaint was settled with, from the draft to the proof; nothing when its story has to tell that itself. */
function settle({ outcome }: DemoComplaint, { resolutions }: DemoContent, by: string): (DemoDeed & { by: string })[] {
  if (outcome === undefined) return [];
  const { kind, what, yuan, proof } = outcome;
  const nth = resolutions.before + resolutions.count + 1;
  const resolution = { kind, what, ...(yuan !== undefined && { yuan }) };
  return [
    { by, do: 'propose', ...resolution },
    ...approversOf(resolution).map((role) => ({ by: APPROVERS[role], do: 'approve' as const, nth })),
    { by, do: 'offer', nths: [nth], channel: 'PHONE' },
    ...(needsConsent(kind) ? [{ by, do: 'agree' as const, nth, words: `客户同意：${what}。` }] : []),
    { by, do: 'carryOut', nth, proof },
  ];
}

/** Somebody calls who had nothing to do with it. */
function survey({ outcome, registeredBy, story }: DemoComplaint): DemoDeed & { by: string } {
  const candidates = [registeredBy, ...['coordinator2', 'coordinator', 'supervisor'].map(mail)];
  const by = candidates.find((email) => story.every((step) => step.by !== email));
  if (by === undefined) throw new Error('everybody had to do with it');
  return { by, do: 'survey', ...(outcome?.verdict ?? { outcome: 5, handling: 5 }) };
}

/** What satisfies the requirement; null for what a story has to tell itself. */
function deedFor(requirement: StageRequirement, complaint: DemoComplaint, by: string): DemoDeed | null {
  const { cause, findings, conclusion } = findingsOn(complaint.category);
  switch (requirement) {
    case 'REPORT':
      return {
        do: 'report',
        course: `客户反映：${complaint.subject}。诉求：${complaint.demand}。`,
        findings,
        conclusion,
      };
    case 'VALIDITY':
      return { do: 'validity', validity: 'FOUNDED', reason: findings };
    case 'ROOT_CAUSE':
      return { do: 'cause', code: cause };
    case 'CONSULTATION':
      return { do: 'consult', with: [by, colleagueOf(by)], summary: findings, decision: conclusion };
    case 'CLOSING_SUMMARY':
      return { do: 'summarise', summary: `${conclusion}客户诉求「${complaint.demand}」已答复。` };
    default:
      return null;
  }
}

/** Somebody of the same department, else of the same role. */
function colleagueOf(email: string): string {
  const roles = members.find((member) => member.email === email)?.roles ?? [];
  const isBeside = (other: (typeof roles)[number]) =>
    roles.some(({ role, department }) =>
      department === undefined ? other.role === role : other.department === department,
    );
  const beside = members.find((other) => other.email !== email && other.roles.some(isBeside));
  if (beside === undefined) throw new Error(`${email} has nobody to sit together with`);
  return beside.email;
}
