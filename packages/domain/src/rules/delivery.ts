/**
 * What a stream tells a viewer about an event (docs/SPEC.md, EV5). Live and in replay the same function decides, so
 * a board that was away ends where it would have been.
 */
import { matchesFilter } from './filter.ts';
import type { Filter, FilteredFacts } from './filter.ts';
import { canSee } from './principal.ts';
import type { Scope } from './principal.ts';

/** What delivery depends on; a part of a stored event. */
export interface DeliveredEvent {
  complaintId: string | null;
  before: FilteredFacts | null;
  after: FilteredFacts | null;
  accessBefore: readonly string[];
  accessAfter: readonly string[];
}

/** EVENT: tell it. LEFT: the complaint is no longer the viewer's to see, or no longer matches. NOTHING: not theirs. */
export type Delivery = 'EVENT' | 'LEFT' | 'NOTHING';

/**
 * Decides for a scope and a filter. `viewerId` is for the condition `mine`; `textMatches` is the search index's answer
 * for this complaint (true when the filter has no text).
 */
export function decideDelivery(
  scope: Scope,
  filter: Filter,
  viewerId: string | null,
  event: DeliveredEvent,
  textMatches: boolean,
): Delivery {
  if (event.complaintId === null) return 'NOTHING';
  const matches = (facts: FilteredFacts | null, grants: readonly string[]) =>
    facts !== null && canSee(scope, grants) && textMatches && matchesFilter(facts, filter, viewerId);
  if (matches(event.after, event.accessAfter)) return 'EVENT';
  return matches(event.before, event.accessBefore) ? 'LEFT' : 'NOTHING';
}
