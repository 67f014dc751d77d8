/**
 * A story with everything that its moves ask of the case's content. Stories tell what is particular about a complaint;
 * what every investigation has to write down is added here, just before the move that would be refused without it, by
 * whoever moves.
 */
import { DEFAULT_CRITERIA, isMoveBack } from '@redress/domain/rules/stages';
import type { StageRequirement } from '@redress/domain/rules/stages';
import type { Stage } from '@redress/domain/rules/vocabulary';
import { members } from './company.ts';
import type { DemoComplaint, DemoDeed, DemoStep } from './demo-complaint.ts';
import { DemoContent } from './demo-content.ts';
import { findingsOn } from './findings.ts';

/** The steps of a complaint, those included that go without saying. */
export function wholeStory(complaint: DemoComplaint): DemoStep[] {
  const content = new DemoContent(complaint);
  let stage: Stage = 'RECEIVED';
  return complaint.story.flatMap((step) => {
    const before = step.do === 'move' && step.override !== true ? added(complaint, content, step, stage) : [];
    for (const one of [...before, step]) content.play(one);
    if (step.do === 'move') {
      if (stage === 'CLOSED') content.reset();
      stage = step.to;
    }
    return [...before, step];
  });
}

function added(
  complaint: DemoComplaint,
  content: DemoContent,
  move: DemoStep & { do: 'move' },
  stage: Stage,
): DemoStep[] {
  if (isMoveBack(stage, move.to)) return [];
  const asked = content.unmet.filter((requirement) => DEFAULT_CRITERIA[stage].includes(requirement));
  const { minutesAgo, by } = move;
  return asked.flatMap((requirement) => {
    const deed = deedFor(requirement, complaint, by);
    return deed === null ? [] : [{ minutesAgo, by, ...deed }];
  });
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
