/**
 * What a principal may do with a complaint that they can see (docs/SPEC.md, PERM1–PERM8, ES8–ES12). The actions refuse by these
 * functions and `viewerCan` answers from them, so the board never offers what the server refuses.
 */
import { decidesResponsibility, isConcerned } from './investigation.ts';
import { belongsTo, coordinates, hasRole, leads, mayAct } from './principal.ts';
import type { Principal } from './principal.ts';
import type { SurveyFacts } from './survey.ts';
import type { HoldState, Role, Stage } from './vocabulary.ts';

/** What permissions depend on, besides who asks. */
export interface PermissionFacts {
  stage: Stage;
  departmentId: string | null;
  isClaimed: boolean;
  assigneeId: string | null;
  registrarId: string | null;
  /** The departments of the handoff in flight, if there is one. */
  pendingHandoff: { fromDepartmentId: string; toDepartmentId: string } | null;
  /** Departments dispute whose it is, and nobody has ruled yet. */
  isContested: boolean;
  /** The hold that stands, or that waits for its approval. */
  hold: { state: HoldState; requestedById: string | null } | null;
  /** Whom the escalations name that nobody has taken on; empty when none stands. */
  escalatedToIds: readonly string[];
  /** Members whom it is about. */
  concernedIds: readonly string[];
  /** What its survey waits for, and who handled the case; null: for nothing, or it does not matter here. */
  survey: SurveyFacts | null;
}

export interface ComplaintPermissions {
  claim: boolean;
  move: boolean;
  route: boolean;
  assign: boolean;
  handOff: boolean;
  giveDuty: boolean;
  answerHandoff: boolean;
  withdrawHandoff: boolean;
  rule: boolean;
  hold: boolean;
  approveHold: boolean;
  refuseHold: boolean;
  resume: boolean;
  contact: boolean;
  setFacts: boolean;
  promise: boolean;
  resolve: boolean;
  comment: boolean;
  attach: boolean;
  override: boolean;
  escalate: boolean;
  takeOn: boolean;
  urge: boolean;
  supervise: boolean;
  investigate: boolean;
  decideResponsibility: boolean;
  concern: boolean;
  merge: boolean;
  /** See whom it is from, unmasked. */
  reveal: boolean;
  survey: boolean;
  finalAnswer: boolean;
  group: boolean;
  /** Mark it as a regulator's case, and do what the agency asks for. */
  regulator: boolean;
  reviewRegulatorAnswer: boolean;
  /** Hold what goes out to the customer, let it go again, and approve what goes out meanwhile. */
  holdReplies: boolean;
  markDemand: boolean;
}

/** A principal who decides across departments: a coordinator, a token that may act, the product's own set-up. */
export function runsTheBoard(principal: Principal): boolean {
  return coordinates(principal) || (principal.kind === 'INTEGRATION' && mayAct(principal));
}

/** Whether the principal may register complaints at all: any member of a department, a coordinator, a token. */
export function mayRegister(principal: Principal): boolean {
  if (runsTheBoard(principal)) return true;
  return principal.kind === 'MEMBER' && principal.roles.some((held) => belongsTo(principal, held.departmentId));
}

/**
 * Whether the principal may find a customer's complaints, masked, by a whole number or address: who takes complaints in
 * has the customer on the line, and who answers for their data has their letter.
 */
export function mayLookUp(principal: Principal): boolean {
  return mayRegister(principal) || mayErase(principal);
}

/** Whether the principal keeps the settings: policies, calendars, departments. Never a token. */
export function mayKeepSettings(principal: Principal): boolean {
  return principal.kind === 'SYSTEM' || hasRole(principal, 'ADMIN');
}

/** Whether the principal may waive exit criteria (特批放行): coordinators, never a token. */
export function mayOverride(principal: Principal): boolean {
  return coordinates(principal);
}

/** Whether the principal answers for a customer's data: asks for their copy and their erasure. Never a token. */
export function mayErase(principal: Principal): boolean {
  return coordinates(principal) || hasRole(principal, 'SUPERVISOR');
}

/** Whether the principal may carry out what this member asked for: somebody else has to. */
export function mayDecideErasure(principal: Principal, { requestedById }: { requestedById: string | null }): boolean {
  return mayErase(principal) && !(principal.kind === 'MEMBER' && principal.id === requestedById);
}

const EXPORTS: readonly Role[] = ['SUPERVISOR', 'COORDINATOR', 'EXECUTIVE', 'GENERAL_MANAGER'];

/** Who may ask to take a list of complaints away: who leads a department, and who sees all. */
export const EXPORTING_ROLES: readonly Role[] = ['DEPARTMENT_HEAD', 'DEPUTY_HEAD', ...EXPORTS];

/** Whether the principal may ask to take a list of complaints away. */
export function mayExport(principal: Principal): boolean {
  return principal.kind === 'MEMBER' && EXPORTING_ROLES.some((role) => hasRole(principal, role));
}

/** Whether the principal may decide on an export that this member asked for: never who asked. */
export function mayDecideExport(principal: Principal, { requestedById }: { requestedById: string }): boolean {
  if (principal.kind !== 'MEMBER' || principal.id === requestedById) return false;
  return EXPORTS.some((role) => hasRole(principal, role));
}

/** What of the audit trail the principal may read: all of it, what concerns no complaint, or (null) nothing. */
export function auditSight(principal: Principal): 'ALL' | 'SETTINGS' | null {
  if (hasRole(principal, 'AUDITOR')) return 'ALL';
  return hasRole(principal, 'ADMIN') ? 'SETTINGS' : null;
}

/**
 * All permissions at once, for a complaint in sight of the principal. Nobody investigates or decides a complaint about
 * themselves (IV10): whom it is about may say what they have to say, and nothing else.
 */
export function permissionsOn(principal: Principal, facts: PermissionFacts): ComplaintPermissions {
  const permitted = permittedByRole(principal, facts);
  if (!isConcerned(principal, facts.concernedIds)) return permitted;
  const nothing = Object.fromEntries(Object.keys(permitted).map((permission) => [permission, false]));
  return { ...(nothing as Record<keyof ComplaintPermissions, false>), comment: permitted.comment };
}

function permittedByRole(principal: Principal, facts: PermissionFacts): ComplaintPermissions {
  const board = runsTheBoard(principal);
  const open = facts.stage !== 'CLOSED';
  const handling = belongsTo(principal, facts.departmentId);
  const leading = leads(principal, facts.departmentId);
  const pending = facts.pendingHandoff;
  const contact = open && (board || handling || (isRegistrar(principal, facts) && !readsOnly(principal)));
  const acts = board || !readsOnly(principal);
  const named = principal.kind === 'MEMBER' && facts.escalatedToIds.includes(principal.id);
  return {
    claim: open && facts.departmentId !== null && !facts.isClaimed && pending === null && (board || leading),
    move: board || handling,
    route: board && open && pending === null,
    assign: open && facts.departmentId !== null && pending === null && (board || leading),
    handOff: open && facts.departmentId !== null && pending === null && !facts.isContested && (board || leading),
    giveDuty: open && (board || leading),
    answerHandoff: pending !== null && (board || leads(principal, pending.toDepartmentId)),
    withdrawHandoff: pending !== null && (board || leads(principal, pending.fromDepartmentId)),
    rule: open && facts.isContested && board,
    hold: open && facts.stage !== 'RECEIVED' && facts.hold === null && (board || handling),
    ...onHold(principal, facts.hold, board || handling),
    contact,
    // Facts are what the customer says; who talks to them corrects them.
    setFacts: contact,
    // Who talks to the customer is who promises them something.
    promise: contact,
    resolve: open && (board || handling),
    comment: acts,
    attach: acts,
    override: mayOverride(principal) && open,
    escalate: open && acts,
    takeOn: open && facts.escalatedToIds.length > 0 && (board || leading || (acts && named)),
    urge: open && acts,
    supervise: open && board,
    investigate: open && facts.stage !== 'RECEIVED' && (board || handling),
    decideResponsibility: open && facts.stage !== 'RECEIVED' && decidesResponsibility(principal),
    concern: open && (board || leading || (isRegistrar(principal, facts) && !readsOnly(principal))),
    // Of both complaints: two departments' cases are joined by who runs the board.
    merge: open && (board || leading),
    reveal: revealsTo(principal, facts),
    survey: facts.survey?.waits === 'VERDICT' && acts && !handledIt(principal, facts.survey),
    finalAnswer:
      facts.survey?.waits === 'FINAL_ANSWER' && (hasRole(principal, 'SUPERVISOR') || principal.kind === 'SYSTEM'),
    group: open && board,
    regulator: contact,
    reviewRegulatorAnswer: open && (hasRole(principal, 'SUPERVISOR') || principal.kind === 'SYSTEM'),
    holdReplies: open && speaksForCompany(principal),
    markDemand: hasRole(principal, 'SUPERVISOR') || principal.kind === 'SYSTEM',
  };
}

/** Whether the principal may take this file away: who attached it, who leads the handling department, a coordinator. */
export function mayRemoveAttachment(
  principal: Principal,
  facts: Pick<PermissionFacts, 'departmentId'>,
  attachment: { uploadedById: string | null },
): boolean {
  if (runsTheBoard(principal) || leads(principal, facts.departmentId)) return true;
  return principal.kind === 'MEMBER' && principal.id === attachment.uploadedById && !readsOnly(principal);
}

/** Who says what goes out when the press may read it: coordinators and the executives, never a token. */
function speaksForCompany(principal: Principal): boolean {
  return coordinates(principal) || hasRole(principal, 'EXECUTIVE') || hasRole(principal, 'GENERAL_MANAGER');
}

/** Nobody approves what they asked for; taking a request back is theirs. A token approves nothing. */
function onHold(
  principal: Principal,
  hold: PermissionFacts['hold'],
  works: boolean,
): Pick<ComplaintPermissions, 'approveHold' | 'refuseHold' | 'resume'> {
  const asked = principal.kind === 'MEMBER' && hold?.requestedById === principal.id;
  const supervises = hasRole(principal, 'SUPERVISOR');
  const requested = hold?.state === 'REQUESTED';
  return {
    approveHold: requested && (coordinates(principal) || supervises) && !asked,
    refuseHold: requested && (runsTheBoard(principal) || supervises || asked),
    resume: hold?.state === 'ACTIVE' && works,
  };
}

/** Only people look at people: those who handle the complaint or talk to its customer, and coordinators. */
function revealsTo(principal: Principal, facts: PermissionFacts): boolean {
  if (principal.kind !== 'MEMBER') return false;
  const handles = belongsTo(principal, facts.departmentId);
  return coordinates(principal) || handles || (isRegistrar(principal, facts) && !readsOnly(principal));
}

function isRegistrar(principal: Principal, facts: PermissionFacts): boolean {
  return principal.kind === 'MEMBER' && principal.id === facts.registrarId;
}

/** Who worked on a case, or is named to, never asks the customer how it was (SV4). */
export function handledIt(principal: Principal, { handlerIds }: SurveyFacts): boolean {
  return principal.kind === 'MEMBER' && handlerIds.includes(principal.id);
}

/** Whether a complaint that is in their sight is there for them to read only: every role is AUDITOR or ADMIN. */
export function readsOnly(principal: Principal): boolean {
  if (principal.kind === 'INTEGRATION') return !mayAct(principal);
  if (principal.kind !== 'MEMBER') return true;
  return principal.roles.every((held) => held.role === 'AUDITOR' || held.role === 'ADMIN');
}
