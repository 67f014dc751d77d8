/** The agenda that a meeting begins with: what of the open complaints needs the people who meet, and why. */
import { SEVERITIES } from './vocabulary.ts';
import type { ComplaintKind, Severity, Stage } from './vocabulary.ts';

/** Why a complaint is on the agenda, from what comes first. */
export const AGENDA_REASONS = [
  'BREACHED',
  'CONTESTED',
  'NOT_CONSULTED',
  'UNCLAIMED',
  'REOPENED',
  'AWAITS_APPROVAL',
  'REPEATED_CAUSE',
] as const;
export type AgendaReason = (typeof AGENDA_REASONS)[number];

/** An agenda of more is no agenda: the rest waits until something is done. */
export const AGENDA_AT_MOST = 30;
/** So many complaints of one cause, received within so many days, are a matter of their own. */
export const REPEATS_FROM = 3;
export const REPEATS_WITHIN_DAYS = 30;

/** What it depends on, of an open complaint. */
export interface AgendaFacts {
  id: string;
  kind: ComplaintKind;
  stage: Stage;
  severity: Severity;
  receivedAt: Date;
  isBreached: boolean;
  isContested: boolean;
  isConsulted: boolean;
  /** Its claim clock was breached, and nobody has claimed it. */
  isUnclaimedTooLong: boolean;
  round: number;
  unapproved: number;
  rootCauseCode: string | null;
  /** Complaints of the same root cause within the last days, itself included. */
  sameCause: number;
}

export interface AgendaEntry {
  complaintId: string;
  reasons: AgendaReason[];
}

/**
 * What is on the agenda, in order: by the first of its reasons, then the graver, then the older. Of complaints that one
 * cause has brought about, and nothing else, the newest stands for all.
 */
export function agendaOf(facts: readonly AgendaFacts[]): AgendaEntry[] {
  const named = facts
    .map((one) => ({ one, reasons: reasonsOf(one) }))
    .filter(
      ({ one, reasons }) => reasons.length > 0 && (reasons[0] !== 'REPEATED_CAUSE' || standsForItsCause(one, facts)),
    );
  named.sort((a, b) => before(a.one, a.reasons[0]!, b.one, b.reasons[0]!));
  return named.map(({ one, reasons }) => ({ complaintId: one.id, reasons }));
}

function reasonsOf(one: AgendaFacts): AgendaReason[] {
  const holds: Record<AgendaReason, boolean> = {
    BREACHED: one.isBreached,
    CONTESTED: one.isContested,
    NOT_CONSULTED:
      one.kind === 'COMPLAINT' &&
      one.severity !== 'GENERAL' &&
      !one.isConsulted &&
      (one.stage === 'CONFIRMED' || one.stage === 'INVESTIGATING'),
    UNCLAIMED: one.isUnclaimedTooLong,
    REOPENED: one.round > 1,
    AWAITS_APPROVAL: one.unapproved > 0,
    REPEATED_CAUSE: one.sameCause >= REPEATS_FROM,
  };
  return AGENDA_REASONS.filter((reason) => holds[reason]);
}

function standsForItsCause(one: AgendaFacts, facts: readonly AgendaFacts[]): boolean {
  const newer = (other: AgendaFacts) =>
    other.receivedAt > one.receivedAt || (other.receivedAt.getTime() === one.receivedAt.getTime() && other.id > one.id);
  return !facts.some((other) => other.rootCauseCode === one.rootCauseCode && newer(other));
}

function before(a: AgendaFacts, aWhy: AgendaReason, b: AgendaFacts, bWhy: AgendaReason): number {
  const byReason = AGENDA_REASONS.indexOf(aWhy) - AGENDA_REASONS.indexOf(bWhy);
  if (byReason !== 0) return byReason;
  const byGravity = SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity);
  if (byGravity !== 0) return byGravity;
  return a.receivedAt.getTime() - b.receivedAt.getTime() || (a.id < b.id ? -1 : 1);
}
