/** What lines of the desk are about, for looking at one sort of them alone. */
import type { AnyCard } from '../inbox/inbox-cards.ts';

export const DESK_GROUPS = ['claim', 'handoff', 'approval', 'duty', 'meeting', 'clock', 'other'] as const;
export type DeskGroup = (typeof DESK_GROUPS)[number];

const BY_KIND: Readonly<Record<string, DeskGroup>> = {
  DISPATCH_WAITING: 'claim',
  CLAIM_WAITING: 'claim',
  HANDOFF_ASKED: 'handoff',
  CONTESTED: 'handoff',
  APPEALED: 'handoff',
  HOLD_REQUESTED: 'approval',
  APPROVAL_ASKED: 'approval',
  REGULATOR_ANSWER_ASKED: 'approval',
  REPLY_ASKED: 'approval',
  DEMAND_MARK_ASKED: 'approval',
  FINAL_ANSWER_ASKED: 'approval',
  DUTY_GIVEN: 'duty',
  MEETING_DECISION: 'meeting',
  MEETING_DECISION_DUE: 'meeting',
  MEETING_AHEAD: 'meeting',
  MEETING_DATE_CHANGED: 'meeting',
  DEADLINE_BREACHED: 'clock',
  DEADLINE_APPROACHING: 'clock',
  ESCALATED: 'clock',
};

/** The groups of a line: one for each sort of entry on it. */
export function groupsOf(card: AnyCard): DeskGroup[] {
  return [...new Set(card.map(({ kind }) => BY_KIND[kind] ?? 'other'))];
}

/** How many lines each group has, of the groups that have any, in their order. */
export function countGroups(cards: readonly AnyCard[]): { group: DeskGroup; count: number }[] {
  const all = cards.map(groupsOf);
  return DESK_GROUPS.map((group) => ({ group, count: all.filter((groups) => groups.includes(group)).length })).filter(
    ({ count }) => count > 0,
  );
}
