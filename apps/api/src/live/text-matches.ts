/** The condition `text` of a filter, asked of events: the search index answers, since events carry no words. */
import type { StoredEvent } from '@redress/domain/events/types';
import type { Filter } from '@redress/domain/rules/filter';
import type { Database } from '@redress/prisma/client';
import { findByText } from '@redress/domain/reads/text-sql';

/** Whether an event's complaint matches the text, for each of the events; true for all when the filter has none. */
export async function matchingText(
  db: Database,
  filter: Filter,
  events: readonly StoredEvent[],
): Promise<(event: StoredEvent) => boolean> {
  if (filter.text === null) return () => true;
  const ids = [...new Set(events.flatMap((event) => event.complaintId ?? []))];
  const matching = ids.length === 0 ? new Set<string>() : await findByText(db, filter.text, ids);
  return (event) => event.complaintId !== null && matching.has(event.complaintId);
}
