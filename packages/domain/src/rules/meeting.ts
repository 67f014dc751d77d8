/**
 * A meeting is what its steps come to (docs/adr/0026): who leads, what is looked at, the agenda, who is there, how it
 * ended. The same fold answers the screen, the actions' checks and the minutes.
 */
import { seesToIt, takeDecision } from './meeting-decisions.ts';
import type { MeetingDecision } from './meeting-decisions.ts';
import { ABANDONED } from './meeting-quiet.ts';
import { readsOnly } from './permissions.ts';
import { hasRole, scopeOf } from './principal.ts';
import type { Principal } from './principal.ts';

export const MEETING_STEP_KINDS = [
  'STARTED',
  'ITEM_ADDED',
  'ITEM_MOVED',
  'ITEM_DROPPED',
  'FOCUSED',
  'PRESENTED',
  'JOINED',
  'LEFT',
  'DECIDED',
  'AMENDED',
  'WITHDRAWN',
  'FULFILLED',
  'CONCLUDED',
  'ENDED',
  'CONFIRMED',
  'OBJECTED',
] as const;
export type MeetingStepKind = (typeof MEETING_STEP_KINDS)[number];

export const MEETING_PHASES = ['RUNNING', 'ENDED', 'CONFIRMED'] as const;
export type MeetingPhase = (typeof MEETING_PHASES)[number];

/** How the talk about an item ended: done with, or put off. */
export const MEETING_OUTCOMES = ['SETTLED', 'DEFERRED'] as const;
export type MeetingOutcome = (typeof MEETING_OUTCOMES)[number];

/** Objections to confirmed minutes are taken for so long. */
export const OBJECTIONS_LAST_MS = 24 * 3_600_000;
/** So many items are on one agenda at most. */
export const MAX_ITEMS = 60;

export interface MeetingStep {
  id: string;
  number: number;
  kind: MeetingStepKind;
  at: Date;
  byId: string;
  itemId: string | null;
  complaintId: string | null;
  memberId: string | null;
  standsInForId: string | null;
  reasons: readonly string[];
  afterId: string | null;
  outcome: MeetingOutcome | null;
  dueAt: Date | null;
  text: string | null;
  /** What was asked of the meeting, with an item that somebody had asked for. */
  note: string | null;
  /** The decision that the step is about, where it is about one that was made before. */
  decisionId: string | null;
}

export interface MeetingItem {
  id: string;
  /** Null for one that is about no complaint: `title` says what it is about. */
  complaintId: string | null;
  title: string | null;
  reasons: readonly string[];
  /** Who asked for it before the meeting, and what they asked of it; null where nobody did. */
  askedById: string | null;
  note: string | null;
  outcome: MeetingOutcome | null;
  /** For how long it was looked at, without the time since it is looked at now. */
  spentMs: number;
  decisions: readonly MeetingDecision[];
}

/** Somebody's coming and going. */
export interface MeetingAttendance {
  memberId: string;
  joinedAt: Date;
  /** Null while they are there. */
  leftAt: Date | null;
  standsInForId: string | null;
  /** Who leads took them down as there, and they have not left since; else they came by themselves. */
  isLetIn: boolean;
}

export interface MeetingObjection {
  number: number;
  at: Date;
  byId: string;
  text: string | null;
}

export interface MeetingState {
  /** Of the last step. */
  number: number;
  phase: MeetingPhase;
  presenterId: string;
  /** The item that everybody is shown; null: none yet, or the one that was is gone. */
  focusId: string | null;
  focusedAt: Date | null;
  items: readonly MeetingItem[];
  /** Each member once, in the order in which they first came. */
  attendance: readonly MeetingAttendance[];
  endedAt: Date | null;
  /** The clock ended it: it was left, and nobody had. */
  isAbandoned: boolean;
  confirmedAt: Date | null;
  confirmedById: string | null;
  objections: readonly MeetingObjection[];
}

type Making = { -readonly [K in keyof MeetingState]: MeetingState[K] } & {
  items: MeetingItem[];
  attendance: MeetingAttendance[];
  objections: MeetingObjection[];
};

/** What the steps come to; they are in order and begin with STARTED. */
export function meetingState(steps: readonly MeetingStep[]): MeetingState {
  const [first] = steps;
  if (first === undefined) throw new Error('a meeting has a first step');
  const state: Making = {
    number: 0,
    phase: 'RUNNING',
    presenterId: first.byId,
    focusId: null,
    focusedAt: null,
    items: [],
    attendance: [],
    endedAt: null,
    isAbandoned: false,
    confirmedAt: null,
    confirmedById: null,
    objections: [],
  };
  for (const step of steps) {
    state.number = step.number;
    take(state, step);
  }
  return state;
}

function take(state: Making, step: MeetingStep): void {
  const { at, byId, itemId, number, text } = step;
  switch (step.kind) {
    case 'STARTED':
    case 'PRESENTED':
      state.presenterId = byId;
      return;
    case 'ITEM_ADDED':
      state.items.push(newItem(step));
      return;
    case 'ITEM_MOVED':
      state.items = movedItem(state.items, itemId!, step.afterId);
      return;
    case 'ITEM_DROPPED':
      state.items = state.items.filter(({ id }) => id !== itemId);
      return;
    case 'FOCUSED':
      lookAt(state, itemId, at);
      return;
    case 'JOINED':
      come(state, step);
      return;
    case 'LEFT':
      change(state.attendance, ({ memberId }) => memberId === step.memberId, { leftAt: at });
      return;
    case 'DECIDED':
    case 'AMENDED':
    case 'WITHDRAWN':
    case 'FULFILLED':
      state.items = state.items.map((item) =>
        item.id === itemId ? { ...item, decisions: takeDecision(item.decisions, step) } : item,
      );
      return;
    case 'CONCLUDED':
      change(state.items, ({ id }) => id === itemId, { outcome: step.outcome });
      return;
    case 'ENDED':
      lookAt(state, null, at);
      state.phase = 'ENDED';
      state.endedAt = at;
      state.isAbandoned = step.reasons.includes(ABANDONED);
      state.attendance = state.attendance.map((one) => ({ ...one, leftAt: one.leftAt ?? at }));
      return;
    case 'CONFIRMED':
      state.phase = 'CONFIRMED';
      state.confirmedAt = at;
      state.confirmedById = byId;
      return;
    case 'OBJECTED':
      state.objections.push({ number, at, byId, text });
  }
}

function newItem({ itemId, complaintId, text, reasons, memberId: askedById, note }: MeetingStep): MeetingItem {
  const title = complaintId === null ? text : null;
  return { id: itemId!, complaintId, title, reasons, askedById, note, outcome: null, spentMs: 0, decisions: [] };
}

function lookAt(state: Making, itemId: string | null, at: Date): void {
  const { focusId, focusedAt } = state;
  if (focusId !== null && focusedAt !== null) {
    const item = state.items.find(({ id }) => id === focusId);
    const spentMs = (item?.spentMs ?? 0) + Math.max(0, at.getTime() - focusedAt.getTime());
    change(state.items, ({ id }) => id === focusId, { spentMs });
  }
  state.focusId = itemId;
  state.focusedAt = itemId === null ? null : at;
}

/** Who comes again goes on from when they first came; who left is let in anew. */
function come(state: Making, { memberId, byId, at, standsInForId }: MeetingStep): void {
  const known = state.attendance.find((one) => one.memberId === memberId);
  const isLetIn = byId !== memberId || (known?.leftAt === null && known.isLetIn);
  const now = { leftAt: null, standsInForId, isLetIn };
  if (known === undefined) state.attendance.push({ memberId: memberId!, joinedAt: at, ...now });
  else change(state.attendance, (one) => one.memberId === memberId, now);
}

function change<T>(rows: T[], matches: (row: T) => boolean, to: Partial<T>): void {
  const index = rows.findIndex(matches);
  if (index !== -1) rows[index] = { ...rows[index]!, ...to };
}

/** The items with one of them behind another; null, or one that is gone: at the top. */
export function movedItem<T extends { id: string }>(items: readonly T[], id: string, afterId: string | null): T[] {
  const moved = items.find((item) => item.id === id);
  if (moved === undefined || id === afterId) return [...items];
  const rest = items.filter((item) => item.id !== id);
  rest.splice(rest.findIndex((item) => item.id === afterId) + 1, 0, moved);
  return rest;
}

/** What the meeting decided in words, item by item. */
export function decisionsOf({ items }: Pick<MeetingState, 'items'>): MeetingDecision[] {
  return items.flatMap(({ decisions }) => decisions);
}

/** Whether the member is there now. */
export function isPresent(state: Pick<MeetingState, 'attendance'>, memberId: string): boolean {
  return state.attendance.some((one) => one.memberId === memberId && one.leftAt === null);
}

/** Whether objections to the minutes are taken at this moment. */
export function takesObjections({ confirmedAt }: Pick<MeetingState, 'confirmedAt'>, now: Date): boolean {
  return confirmedAt !== null && now.getTime() < confirmedAt.getTime() + OBJECTIONS_LAST_MS;
}

/** Whether the principal starts and leads meetings: coordinators, never a token. */
export function runsMeetings(principal: Principal): boolean {
  return hasRole(principal, 'COORDINATOR');
}

/** Whether the principal takes no part, wherever they are named: auditors look on. */
export function looksOn(principal: Principal): boolean {
  return hasRole(principal, 'AUDITOR') && readsOnly(principal);
}

/**
 * Whether the principal confirms the minutes: the host, or who led last; once neither of them can sign in any more, a
 * coordinator or a supervisor.
 */
export function confirmsMinutes(
  principal: Principal,
  { startedById, state: { presenterId } }: { startedById: string; state: Pick<MeetingState, 'presenterId'> },
  signsIn: (memberId: string) => boolean,
): boolean {
  if (principal.kind !== 'MEMBER') return false;
  const theirs = [startedById, presenterId];
  if (theirs.includes(principal.id)) return true;
  return !theirs.some(signsIn) && (runsMeetings(principal) || hasRole(principal, 'SUPERVISOR'));
}

/** Whether the principal puts topics on the next meeting of a series: who belongs to it, and coordinators. */
export function preparesSeries(principal: Principal, { memberIds }: { memberIds: readonly string[] }): boolean {
  if (principal.kind !== 'MEMBER' || looksOn(principal)) return false;
  return memberIds.includes(principal.id) || runsMeetings(principal);
}

/** What of a meeting decides who sees it. */
interface MeetingSight {
  memberIds: readonly string[];
  steps: readonly Pick<MeetingStep, 'kind' | 'memberId' | 'standsInForId'>[];
  state: Pick<MeetingState, 'items'>;
}

/**
 * Whether the principal sees the meeting: who sees every complaint, who belongs to it, was there, in person or by somebody
 * in their place, or is to see to something that it decided.
 */
export function seesMeeting(principal: Principal, { memberIds, steps, state }: MeetingSight): boolean {
  if (principal.kind !== 'MEMBER') return false;
  if (scopeOf(principal).seesAll || memberIds.includes(principal.id)) return true;
  const wasThere = steps.some(
    ({ kind, memberId, standsInForId }) => kind === 'JOINED' && [memberId, standsInForId].includes(principal.id),
  );
  return wasThere || decisionsOf(state).some((one) => seesToIt(one, principal));
}
