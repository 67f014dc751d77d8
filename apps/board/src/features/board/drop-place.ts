import type { Place } from '../../live/transport.ts';

/**
 * The place that an insertion slot of a column means, by neighbours.
 * @param ids the cards of the column as shown, top to bottom; the carried card may be among them
 * @param slot 0 above the first card, n below the nth
 * @returns null when the card would stay where it is
 */
export function placeAtSlot(ids: readonly string[], cardId: string, slot: number): Place | null {
  const own = ids.indexOf(cardId);
  if (own >= 0 && (slot === own || slot === own + 1)) return null;
  const afterId = ids[slot - 1] ?? null;
  return { afterId, beforeId: afterId === null ? (ids[0] ?? null) : null };
}
