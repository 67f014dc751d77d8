/**
 * Which complaints a board filter means (docs/SPEC.md, FI1–FI3). The database answers the same question in SQL when a
 * board is loaded; here it is asked of events, so that a live board and a loaded one agree.
 */
import type { Channel, Severity, Stage } from './vocabulary.ts';

/** All conditions hold together; null is no condition, false is the complement of true. */
export interface Filter {
  stages: readonly Stage[] | null;
  severities: readonly Severity[] | null;
  channels: readonly Channel[] | null;
  departmentIds: readonly string[] | null;
  categoryCodes: readonly string[] | null;
  assigneeId: string | null;
  text: string | null;
  /** Assigned to the viewer, or the viewer answers for it end to end. */
  mine: boolean | null;
  unclaimed: boolean | null;
  breached: boolean | null;
  pendingHandoff: boolean | null;
  /** Two departments declined it and nobody has ruled yet. */
  contested: boolean | null;
  /** A ladder was climbed in this round, by a clock or by hand. */
  escalated: boolean | null;
  onHold: boolean | null;
  /** A regulator's case. */
  regulator: boolean | null;
  receivedFrom: Date | null;
  receivedBefore: Date | null;
}

export const NO_FILTER: Filter = {
  stages: null,
  severities: null,
  channels: null,
  departmentIds: null,
  categoryCodes: null,
  assigneeId: null,
  text: null,
  mine: null,
  unclaimed: null,
  breached: null,
  pendingHandoff: null,
  contested: null,
  escalated: null,
  onHold: null,
  regulator: null,
  receivedFrom: null,
  receivedBefore: null,
};

/** The columns that a filter looks at. They are kept with events, so a change of their shape raises event versions. */
export interface FilteredFacts {
  stage: Stage;
  severity: Severity;
  channel: Channel;
  departmentId: string | null;
  categoryCode: string | null;
  assigneeId: string | null;
  processOwnerId: string | null;
  receivedAt: string;
  isClaimed: boolean;
  isBreached: boolean;
  handoffPending: boolean;
  /** Absent in events that were written before complaints could be contested, escalated, held or a regulator's: none was. */
  isContested?: boolean;
  isEscalated?: boolean;
  isOnHold?: boolean;
  isRegulator?: boolean;
}

/**
 * Whether the facts meet every condition but `text`, which only the search index can answer. `viewerId` is the member
 * who asks, null for others: nothing is theirs. A category means itself and everything below it.
 */
export function matchesFilter(facts: FilteredFacts, filter: Filter, viewerId: string | null): boolean {
  const mine = viewerId !== null && (facts.assigneeId === viewerId || facts.processOwnerId === viewerId);
  const received = Date.parse(facts.receivedAt);
  return (
    within(filter.stages, facts.stage) &&
    within(filter.severities, facts.severity) &&
    within(filter.channels, facts.channel) &&
    within(filter.departmentIds, facts.departmentId) &&
    inCategories(filter.categoryCodes, facts.categoryCode) &&
    (filter.assigneeId === null || filter.assigneeId === facts.assigneeId) &&
    equals(filter.mine, mine) &&
    equals(filter.unclaimed, !facts.isClaimed) &&
    equals(filter.breached, facts.isBreached) &&
    equals(filter.pendingHandoff, facts.handoffPending) &&
    equals(filter.contested, facts.isContested ?? false) &&
    equals(filter.escalated, facts.isEscalated ?? false) &&
    equals(filter.onHold, facts.isOnHold ?? false) &&
    equals(filter.regulator, facts.isRegulator ?? false) &&
    (filter.receivedFrom === null || received >= filter.receivedFrom.getTime()) &&
    (filter.receivedBefore === null || received < filter.receivedBefore.getTime())
  );
}

function within<T>(allowed: readonly T[] | null, value: T | null): boolean {
  return allowed === null || (value !== null && allowed.includes(value));
}

function equals(condition: boolean | null, value: boolean): boolean {
  return condition === null || condition === value;
}

function inCategories(codes: readonly string[] | null, code: string | null): boolean {
  return codes === null || isWithin(code, codes);
}

/** Whether a category is one of these, or lies below one of them. */
export function isWithin(code: string | null, codes: readonly string[]): boolean {
  return code !== null && codes.some((allowed) => code === allowed || code.startsWith(`${allowed}.`));
}
