/** Bringing an item back that was taken off the agenda (docs/SPEC.md, ME28): as it was, and where it was. */
import { meetingState } from './meeting.ts';
import type { MeetingItem, MeetingStep } from './meeting.ts';

/** An item as it was when it was taken off. */
export interface DroppedItem {
  item: MeetingItem;
  /** What stood before it then; the nearest first. */
  before: readonly string[];
}

/** Null for one that nobody took off. */
export function droppedItem(steps: readonly MeetingStep[], itemId: string): DroppedItem | null {
  const droppedAt = steps.findLastIndex((step) => step.kind === 'ITEM_DROPPED' && step.itemId === itemId);
  if (droppedAt === -1) return null;
  const { items } = meetingState(steps.slice(0, droppedAt));
  const place = items.findIndex(({ id }) => id === itemId);
  const before = items.slice(0, place).map(({ id }) => id);
  return { item: items[place]!, before: before.reverse() };
}

/** What it goes behind now: the nearest of what stood before it and is still there; null: to the top. */
export function placeBack({ before }: DroppedItem, items: readonly Pick<MeetingItem, 'id'>[]): string | null {
  return before.find((id) => items.some((item) => item.id === id)) ?? null;
}
