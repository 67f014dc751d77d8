/**
 * The live lane: handoffs and breaches by others as they happen, the newest first. What comes in a burst (a catch-up, an
 * import, a department that falls behind) is one item, for a lane that runs is read by nobody.
 */
import type { CardDepartment } from './board-card.ts';
import type { ComplaintChange } from './board-event.ts';

export const LANE_KINDS = ['asked', 'accepted', 'declined', 'breached'] as const;
export type LaneKind = (typeof LANE_KINDS)[number];

export interface LaneItem {
  /** The same for as long as the item grows. */
  key: string;
  kind: LaneKind;
  /** Whom it concerns: who is asked, who has it now, whose clock it is. Null: nobody's yet. */
  department: CardDepartment | null;
  /** At least one, the latest first. */
  cards: readonly { id: string; number: string; subject: string }[];
  /** When the latest of them came in, in milliseconds since 1970. */
  at: number;
}

/** Of the same sort and the same department, within this time, are one burst; in milliseconds. */
export const BURST_MS = 20_000;
/** How many items are kept. */
export const LANE_LENGTH = 20;

const KIND_OF: Readonly<Record<string, LaneKind>> = {
  HandoffRequested: 'asked',
  HandoffAccepted: 'accepted',
  HandoffDeclined: 'declined',
  DeadlineBreached: 'breached',
};

/** The lane after an event; the same array when the event is none of the lane's. */
export function withEvent(lane: readonly LaneItem[], event: ComplaintChange, at: number): readonly LaneItem[] {
  const kind = Object.hasOwn(KIND_OF, event.type) ? KIND_OF[event.type] : undefined;
  if (kind === undefined) return lane;
  const { id, number, subject, department: holder, pendingHandoff } = event.card;
  const department = kind === 'asked' ? (pendingHandoff?.to ?? holder) : holder;
  const isSame = (item: LaneItem) =>
    item.kind === kind && item.department?.code === department?.code && at - item.at <= BURST_MS;
  const burst = lane.find(isSame);
  const cards = [{ id, number, subject }, ...(burst?.cards ?? []).filter((card) => card.id !== id)];
  const item: LaneItem = { key: burst?.key ?? `${event.cursor}.${kind}`, kind, department, cards, at };
  return [item, ...lane.filter((other) => other !== burst)].slice(0, LANE_LENGTH);
}
