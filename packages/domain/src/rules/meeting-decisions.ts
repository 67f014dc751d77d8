/**
 * What a meeting decided in words: written down, put right while the meeting runs, and later done. Each of these is a step,
 * so the log keeps what was said first, and everybody is shown what it came to.
 */
import type { MeetingStep } from './meeting.ts';
import type { Principal } from './principal.ts';

/** The steps that decisions are made of. */
export const DECISION_STEPS = ['DECIDED', 'AMENDED', 'WITHDRAWN', 'FULFILLED'] as const;

/** Something that was decided in words, beside what was done to the complaint. */
export interface MeetingDecision {
  /** Of the step that it was written down by. */
  id: string;
  at: Date;
  byId: string;
  itemId: string;
  complaintId: string | null;
  /** Null when it was erased. */
  text: string | null;
  ownerId: string | null;
  dueAt: Date | null;
  /** When it was last put right; null when it never was. */
  amendedAt: Date | null;
  /** When somebody said that it is done, and who; null before. */
  doneAt: Date | null;
  doneById: string | null;
  /** What they said came of it; null when they said nothing, or it was erased. */
  doneNote: string | null;
}

/** What a step of decisions is read by. */
export type DecisionStep = Pick<
  MeetingStep,
  'id' | 'kind' | 'at' | 'byId' | 'itemId' | 'complaintId' | 'memberId' | 'dueAt' | 'text' | 'decisionId'
>;

/** The decisions after one more step. One that was withdrawn is none. */
export function takeDecision(decisions: readonly MeetingDecision[], step: DecisionStep): readonly MeetingDecision[] {
  const { kind, at, byId, decisionId } = step;
  const become = (to: Partial<MeetingDecision>) =>
    decisions.map((one) => (one.id === decisionId ? { ...one, ...to } : one));
  switch (kind) {
    case 'DECIDED':
      return [...decisions, decided(step)];
    case 'AMENDED':
      return become({ text: step.text, ownerId: step.memberId, dueAt: step.dueAt, amendedAt: at });
    case 'WITHDRAWN':
      return decisions.filter(({ id }) => id !== decisionId);
    case 'FULFILLED':
      return become({ doneAt: at, doneById: byId, doneNote: step.text });
    default:
      return decisions;
  }
}

function decided({ id, at, byId, itemId, complaintId, text, memberId, dueAt }: DecisionStep): MeetingDecision {
  const own = { id, at, byId, itemId: itemId!, complaintId, text, ownerId: memberId, dueAt };
  return { ...own, amendedAt: null, doneAt: null, doneById: null, doneNote: null };
}

/** Whether a later meeting of the series is shown it: it is open, or was done since the last one began. */
export function isCarried({ at, doneAt }: MeetingDecision, lastStartedAt: Date): boolean {
  return doneAt === null || doneAt >= lastStartedAt || at >= lastStartedAt;
}

/** Whether the principal is to see to it: then they read it, whatever it is about. */
export function seesToIt({ ownerId }: Pick<MeetingDecision, 'ownerId'>, principal: Principal | null): boolean {
  return principal?.kind === 'MEMBER' && ownerId === principal.id;
}

/**
 * The decisions that somebody was named for, since they were as `before`: who it is now, where it was nobody or somebody
 * else. Nobody hears of what they named themselves for (`actorId`).
 */
export function newlyNamed(
  before: readonly MeetingDecision[],
  after: readonly MeetingDecision[],
  actorId: string | null,
): { decisionId: string; memberId: string }[] {
  return after.flatMap(({ id: decisionId, ownerId: memberId }) => {
    const known = before.find(({ id }) => id === decisionId);
    return memberId === null || memberId === actorId || memberId === known?.ownerId ? [] : [{ decisionId, memberId }];
  });
}
