/** Who is here and at what, as the server last told it. A card hears of itself alone, so that a change renders one card. */
import { useCallback, useSyncExternalStore } from 'react';
import { KeyedListeners } from '../../live/keyed-listeners.ts';

export interface Here {
  memberId: string;
  name: string;
  /** Null: at the board as a whole, or at a complaint that is not this viewer's to see. */
  complaintId: string | null;
  activity: 'VIEWING' | 'MOVING' | 'EDITING' | 'AWAY';
}

const EVERYBODY = 'everybody';

let others: readonly Here[] = [];
/** Whose hands are on which complaint: one person for each, whoever comes first. */
let hands: ReadonlyMap<string, Here> = new Map();
const listeners = new KeyedListeners<string>();

/** Takes the whole picture, without the viewer. */
export function setOthers(next: readonly Here[]): void {
  const before = hands;
  const after = new Map<string, Here>();
  for (const here of next) {
    const isAtWork = here.activity === 'MOVING' || here.activity === 'EDITING';
    if (here.complaintId === null || !isAtWork || after.has(here.complaintId)) continue;
    const known = before.get(here.complaintId);
    after.set(here.complaintId, isSame(known, here) ? known : here);
  }
  others = next;
  hands = after;
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    if (before.get(id) !== after.get(id)) listeners.notify(id);
  }
  listeners.notify(EVERYBODY);
}

function isSame(known: Here | undefined, here: Here): known is Here {
  return known?.memberId === here.memberId && known.activity === here.activity && known.name === here.name;
}

/** Who else moves or edits this complaint now; null when nobody does. */
export function useHandsOn(complaintId: string): Here | null {
  const subscribe = useCallback((listener: () => void) => listeners.add(complaintId, listener), [complaintId]);
  return useSyncExternalStore(subscribe, () => hands.get(complaintId) ?? null);
}

const subscribeAll = (listener: () => void) => listeners.add(EVERYBODY, listener);

/** Everybody else who is here. */
export function useOthers(): readonly Here[] {
  return useSyncExternalStore(subscribeAll, () => others);
}
