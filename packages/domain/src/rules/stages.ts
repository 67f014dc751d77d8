/**
 * Stages and what it takes to leave them (docs/SPEC.md, MV1–MV9). One table decides for the server, which refuses, and
 * for the board, which predicts: both call these functions, so a drag can't promise what the server won't keep.
 */
import { CONTENT_REQUIREMENTS } from './case-content.ts';
import type { ContentRequirement } from './case-content.ts';
import { STAGES } from './vocabulary.ts';
import type { Stage } from './vocabulary.ts';

/** What a stage still needs before a complaint may leave it forwards. */
export type StageRequirement =
  | ContentRequirement
  | 'CATEGORY'
  | 'SEVERITY'
  | 'DEPARTMENT'
  | 'CLAIM'
  | 'FACTS_CONFIRMED'
  | 'FIRST_RESPONSE'
  | 'DUTIES_ENDED';

/** Why a stage can't be entered from here although nothing is left to fill in. */
export type StageRefusal = 'NOT_A_STEP' | 'NOT_PERMITTED' | 'HANDOFF_PENDING' | 'DUTY_OPEN' | 'WIP_LIMIT';

/** What the rules need to know of a complaint; all of it belongs to the current round. */
export interface StageFacts {
  stage: Stage;
  hasCategory: boolean;
  hasSeverity: boolean;
  hasDepartment: boolean;
  isClaimed: boolean;
  factsConfirmed: boolean;
  firstContact: boolean;
  handoffPending: boolean;
  openDuties: number;
  /** What its content does not meet (`unmetContent`), at least of what its stage asks for. */
  unmet: readonly StageRequirement[];
}

/** Where a complaint may go, and what the way there still needs. */
export interface StageOption {
  stage: Stage;
  /** Nothing is missing and nothing refuses. */
  allowed: boolean;
  missing: StageRequirement[];
  refusal: StageRefusal | null;
  /** A move back is kept with its reason. */
  needsReason: boolean;
  /** A coordinator may waive what is missing, with a reason; invariants never. */
  overridable: boolean;
}

/** The forward steps of the process; every other forward move skips work and is no step. */
const STEPS: Record<Stage, readonly Stage[]> = {
  RECEIVED: ['CONFIRMED'],
  CONFIRMED: ['INVESTIGATING', 'RESOLVING'],
  INVESTIGATING: ['RESOLVING'],
  RESOLVING: ['FOLLOWING_UP'],
  FOLLOWING_UP: ['CLOSED'],
  CLOSED: ['CONFIRMED'],
};

/** Whether a requirement that is not about its content is met. */
const MET: Record<Exclude<StageRequirement, ContentRequirement>, (facts: StageFacts) => boolean> = {
  CATEGORY: (facts) => facts.hasCategory,
  SEVERITY: (facts) => facts.hasSeverity,
  DEPARTMENT: (facts) => facts.hasDepartment,
  CLAIM: (facts) => facts.isClaimed,
  FACTS_CONFIRMED: (facts) => facts.factsConfirmed,
  FIRST_RESPONSE: (facts) => facts.firstContact,
  DUTIES_ENDED: (facts) => facts.openDuties === 0,
};

/** Everything that a stage can be made to require, in the order in which it is asked for. */
export const STAGE_REQUIREMENTS = [...Object.keys(MET), ...CONTENT_REQUIREMENTS] as readonly StageRequirement[];

function isMet(facts: StageFacts, requirement: StageRequirement): boolean {
  if (requirement in MET) return MET[requirement as keyof typeof MET](facts);
  return !facts.unmet.includes(requirement);
}

/** What leaving each stage forwards takes: a policy. */
export type ExitCriteria = Readonly<Record<Stage, readonly StageRequirement[]>>;

/** What a new company begins with. CLOSED is only left backwards, which takes a reason and nothing else. */
export const DEFAULT_CRITERIA: ExitCriteria = {
  RECEIVED: ['CATEGORY', 'SEVERITY', 'DEPARTMENT'],
  CONFIRMED: ['CLAIM', 'FACTS_CONFIRMED', 'FIRST_RESPONSE'],
  INVESTIGATING: ['DUTIES_ENDED', 'VALIDITY', 'ROOT_CAUSE', 'REPORT', 'CONSULTATION'],
  RESOLVING: ['DUTIES_ENDED', 'RESOLUTION_OFFERED', 'RESOLUTION_APPROVED', 'RESOLUTION_CARRIED_OUT'],
  // Remedy first, investigation after: what was left out on the way is asked for before the end.
  FOLLOWING_UP: ['VALIDITY', 'ROOT_CAUSE', 'REPORT', 'SURVEY', 'CLOSING_SUMMARY', 'REGULATOR_OUTCOME'],
  CLOSED: [],
};

/** Where a stage stands in the process: 0 for RECEIVED. */
export function stageIndex(stage: Stage): number {
  return STAGES.indexOf(stage);
}

/** Whether a move goes back in the process; reopening a closed complaint is a move back too. */
export function isMoveBack(from: Stage, to: Stage): boolean {
  return stageIndex(to) < stageIndex(from);
}

/** The requirements that leaving the facts' stage forwards still has. */
export function missingToLeave(facts: StageFacts, criteria: ExitCriteria = DEFAULT_CRITERIA): StageRequirement[] {
  return criteria[facts.stage].filter((requirement) => !isMet(facts, requirement));
}

/** Of these, what is about the case's content: what a card carries, so that the board can say what a move will ask for. */
export function unmetToLeave(facts: StageFacts, criteria: ExitCriteria = DEFAULT_CRITERIA): StageRequirement[] {
  return facts.unmet.filter((requirement) => criteria[facts.stage].includes(requirement));
}

/** What no override can waive (architecture.md): the complaint would be in a state that must not exist. */
function brokenInvariant(facts: StageFacts, to: Stage): StageRefusal | 'DEPARTMENT' | null {
  if (to !== 'RECEIVED' && !facts.hasDepartment) return 'DEPARTMENT';
  if (to === 'CLOSED' && facts.handoffPending) return 'HANDOFF_PENDING';
  if (to === 'CLOSED' && facts.openDuties > 0) return 'DUTY_OPEN';
  return null;
}

/**
 * What it would take to bring the complaint from its stage to `to`. The same stage is always allowed: a card may be
 * put to another place of its column.
 * @param isFull the stage holds as many as it may (rules/wip.ts), and that is enforced; never for what is reopened
 */
export function stageOption(
  facts: StageFacts,
  to: Stage,
  criteria: ExitCriteria = DEFAULT_CRITERIA,
  isFull = false,
): StageOption {
  const from = facts.stage;
  if (from === to) {
    return { stage: to, allowed: true, missing: [], refusal: null, needsReason: false, overridable: false };
  }
  const back = isMoveBack(from, to);
  const isStep = STEPS[from].includes(to);
  const broken = brokenInvariant(facts, to);
  const missing = back ? [] : missingToLeave(facts, criteria);
  if (broken === 'DEPARTMENT' && !missing.includes('DEPARTMENT')) missing.push('DEPARTMENT');

  let refusal: StageRefusal | null = null;
  if (broken !== null && broken !== 'DEPARTMENT') refusal = broken;
  else if (from === 'CLOSED' && !isStep) refusal = 'NOT_A_STEP';
  else if (!back && !isStep) refusal = 'NOT_A_STEP';
  else if (isFull && from !== 'CLOSED') refusal = 'WIP_LIMIT';

  return {
    stage: to,
    allowed: missing.length === 0 && refusal === null,
    missing,
    refusal,
    needsReason: back,
    overridable:
      broken === null &&
      to !== 'CLOSED' &&
      from !== 'CLOSED' &&
      (missing.length > 0 || refusal === 'NOT_A_STEP' || refusal === 'WIP_LIMIT'),
  };
}

/**
 * Every other stage of the process with what it would take, in stage order.
 * @param isFull whether a stage holds as many as it may, and that is enforced
 */
export function stageOptions(
  facts: StageFacts,
  criteria: ExitCriteria = DEFAULT_CRITERIA,
  isFull: (stage: Stage) => boolean = () => false,
): StageOption[] {
  return STAGES.filter((stage) => stage !== facts.stage).map((stage) =>
    stageOption(facts, stage, criteria, isFull(stage)),
  );
}

/** The answer to one move: it may go, waiving nothing or some criteria; or what stands against it. */
export type MoveDecision =
  | { ok: true; overridden: boolean; waived: StageRequirement[] }
  | { ok: false; because: 'REASON_REQUIRED' }
  | { ok: false; because: 'OVERRIDE_FORBIDDEN' }
  | { ok: false; because: 'REQUIREMENTS'; missing: StageRequirement[]; refusal: StageRefusal | null };

/** What the mover asks for and who they are. `mayOverride`: a coordinator (domain.md, 特批放行). */
export interface MoveRequest {
  to: Stage;
  reason: string | null;
  override: boolean;
  mayOverride: boolean;
}

/** Decides a move. Refuses first for who asks, then for what is missing, so that an answer never misleads. */
export function decideMove(
  facts: StageFacts,
  request: MoveRequest,
  criteria: ExitCriteria = DEFAULT_CRITERIA,
  isFull = false,
): MoveDecision {
  const option = stageOption(facts, request.to, criteria, isFull);
  const reason = request.reason?.trim() ?? '';
  if (request.override && !request.mayOverride) return { ok: false, because: 'OVERRIDE_FORBIDDEN' };
  if (request.override && reason === '') return { ok: false, because: 'REASON_REQUIRED' };
  if (!option.allowed && !(request.override && option.overridable)) {
    return { ok: false, because: 'REQUIREMENTS', missing: option.missing, refusal: option.refusal };
  }
  if (option.needsReason && reason === '') return { ok: false, because: 'REASON_REQUIRED' };
  return { ok: true, overridden: !option.allowed, waived: option.allowed ? [] : option.missing };
}
