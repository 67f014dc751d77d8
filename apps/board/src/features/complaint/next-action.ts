/**
 * The one thing that this viewer should do next with a complaint (board.md, Complaint). Pure: it reads what the server
 * said about the complaint and about what the viewer may do, and decides nothing that the server wouldn't allow.
 */
import type { StageRefusal, StageRequirement } from '@redress/domain/rules/stages';
import { stageIndex } from '@redress/domain/rules/stages';
import type { Stage } from '@redress/domain/rules/vocabulary';
import type { SettlingStep } from './resolution-steps.ts';

/** What the decision needs to know. */
export interface NextActionFacts {
  stage: Stage;
  isClaimed: boolean;
  department: { code: string } | null;
  assignee: { id: string } | null;
  pendingHandoff: { id: string } | null;
  contestedAt: string | null;
  ruling: { viewerCan: { decide: boolean } } | null;
  /** The duty that this viewer is to do. */
  duty: { id: string } | null;
  hold: { state: string } | null;
  /** What its resolutions need next. */
  settling: SettlingStep;
  /** A resolution waits for this viewer's approval. */
  approves: boolean;
  escalations: { nodes: readonly { state: string; members: readonly { id: string }[] }[] };
  stageOptions: readonly {
    stage: Stage;
    allowed: boolean;
    missing: readonly StageRequirement[];
    refusal: StageRefusal | null;
  }[];
  viewerCan: {
    claim: boolean;
    move: boolean;
    route: boolean;
    assign: boolean;
    answerHandoff: boolean;
    rule: boolean;
    approveHold: boolean;
    takeOn: boolean;
    contact: boolean;
    investigate: boolean;
    resolve: boolean;
    survey: boolean;
    override: boolean;
  };
}

export type NextAction =
  | { kind: 'answer-handoff' }
  | { kind: 'rule' }
  | { kind: 'decide-appeal' }
  | { kind: 'approve-hold' }
  | { kind: 'decide-approval' }
  | { kind: 'take-on' }
  | { kind: 'route' }
  | { kind: 'claim'; onBehalf: boolean }
  | { kind: 'assign' }
  | { kind: 'contact' }
  | { kind: 'duty'; dutyId: string }
  /** The customer is asked how it was, by somebody who did not handle the case. */
  | { kind: 'survey' }
  /** What the stage lacks of the content is filled in, and then the complaint goes on. */
  | { kind: 'complete' }
  | { kind: 'move'; toStage: Stage };

/** What the viewer can only wait for. */
export type Waiting =
  | 'HANDOFF'
  | 'RULING'
  | 'HOLD'
  | 'ROUTING'
  | 'CLAIM'
  | 'CONTACT'
  | 'INVESTIGATION'
  | 'RESOLUTION'
  | 'APPROVAL'
  | 'ANSWER'
  | 'VERDICT'
  | 'NOTHING';

/** The forward step that the process takes from here; null from the last stage. */
export function forwardOption<Option extends { stage: Stage; refusal: StageRefusal | null }>(facts: {
  stage: Stage;
  stageOptions: readonly Option[];
}): Option | null {
  const ahead = facts.stageOptions.filter(
    (option) => stageIndex(option.stage) > stageIndex(facts.stage) && option.refusal !== 'NOT_A_STEP',
  );
  return ahead[0] ?? null;
}

/**
 * The next action, or null when others have to act first. An open question by another department comes first, then what
 * stops the process from the front to the back. A coordinator may claim on a department's behalf, but moves on what is
 * theirs to move before doing so. Whom an escalation names takes it on, a head by claiming where that is what it is about.
 * While the complaint is on hold it does not go on by itself: the duties of others do.
 */
export function nextAction(facts: NextActionFacts, viewerId: string): NextAction | null {
  const { viewerCan, stage } = facts;
  const forward = forwardOption(facts);
  const lacks = (requirement: StageRequirement) => forward?.missing.includes(requirement) ?? false;
  // While another department is asked to take it over, whether to go on is not this one's question any more.
  const onHold = facts.hold?.state === 'ACTIVE';
  const mayMoveOn = viewerCan.move && facts.pendingHandoff === null && !onHold && stage !== 'CLOSED';
  const move: NextAction | null =
    mayMoveOn && forward?.allowed === true ? { kind: 'move', toStage: forward.stage } : null;

  if (viewerCan.answerHandoff) return { kind: 'answer-handoff' };
  if (viewerCan.rule) return { kind: 'rule' };
  if (facts.ruling?.viewerCan.decide === true) return { kind: 'decide-appeal' };
  if (viewerCan.approveHold) return { kind: 'approve-hold' };
  if (facts.approves) return { kind: 'decide-approval' };
  if (viewerCan.route && (lacks('CATEGORY') || lacks('SEVERITY') || lacks('DEPARTMENT'))) return { kind: 'route' };
  if (viewerCan.override && stage === 'RECEIVED' && move !== null) return move;
  const isNamed = viewerCan.takeOn && escalatedTo(facts, viewerId);
  if (isNamed && viewerCan.override) return { kind: 'take-on' };
  if (viewerCan.claim) return { kind: 'claim', onBehalf: viewerCan.override };
  if (isNamed) return { kind: 'take-on' };
  if (viewerCan.assign && facts.isClaimed && facts.assignee === null && stage !== 'CLOSED') return { kind: 'assign' };
  const lacksContact = lacks('FACTS_CONFIRMED') || lacks('FIRST_RESPONSE');
  if (viewerCan.contact && lacksContact && !onHold) return { kind: 'contact' };
  if (facts.duty !== null) return { kind: 'duty', dutyId: facts.duty.id };
  if (viewerCan.survey && lacks('SURVEY') && !onHold) return { kind: 'survey' };
  if (mayMoveOn && viewerCan.investigate && FINDINGS.some(lacks)) return { kind: 'complete' };
  const isOurs = facts.settling !== 'approve' && facts.settling !== 'answer';
  if (mayMoveOn && viewerCan.resolve && isOurs && SETTLING.some(lacks)) return { kind: 'complete' };
  return move;
}

/** What whoever investigates fills in. */
const FINDINGS: readonly StageRequirement[] = ['REPORT', 'VALIDITY', 'ROOT_CAUSE', 'CONSULTATION', 'CLOSING_SUMMARY'];

/** What a resolution that was offered, approved and carried out satisfies. */
const SETTLING: readonly StageRequirement[] = ['RESOLUTION_OFFERED', 'RESOLUTION_APPROVED', 'RESOLUTION_CARRIED_OUT'];

const SETTLING_WAITS: Partial<Record<SettlingStep, Waiting>> = { approve: 'APPROVAL', answer: 'ANSWER' };

/** States in which an escalation waits to be taken on: its ladder goes on, or has come to its end. */
const STANDING: readonly string[] = ['RUNNING', 'FINISHED'];

function escalatedTo({ escalations }: NextActionFacts, viewerId: string): boolean {
  return escalations.nodes.some(
    ({ state, members }) => STANDING.includes(state) && members.some(({ id }) => id === viewerId),
  );
}

/** Whom or what the complaint waits for, for a viewer who has nothing to do with it now. */
export function waitingFor(facts: Omit<NextActionFacts, 'ruling' | 'escalations' | 'duty' | 'approves'>): Waiting {
  const missing = forwardOption(facts)?.missing ?? [];
  if (facts.pendingHandoff !== null) return 'HANDOFF';
  if (facts.contestedAt !== null) return 'RULING';
  if (facts.hold?.state === 'ACTIVE') return 'HOLD';
  if (facts.department === null || missing.includes('CATEGORY')) return 'ROUTING';
  if (missing.includes('CLAIM')) return 'CLAIM';
  if (missing.includes('FACTS_CONFIRMED') || missing.includes('FIRST_RESPONSE')) return 'CONTACT';
  if (missing.includes('SURVEY')) return 'VERDICT';
  if (FINDINGS.some((finding) => missing.includes(finding))) return 'INVESTIGATION';
  if (SETTLING.some((one) => missing.includes(one))) return SETTLING_WAITS[facts.settling] ?? 'RESOLUTION';
  return 'NOTHING';
}
