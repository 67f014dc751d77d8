/** The timeline of a complaint: its events, newest first, in pages. The caller has made sure that it may be seen. */
import type { Database } from '@redress/prisma/client';
import { readTimeline } from '../events/read.ts';
import type { StoredEvent } from '../events/types.ts';
import { parsePage, toPage } from './connection.ts';
import type { Page, PageArgs } from './connection.ts';

const LIST = 'timeline';

/**
 * A page of the timeline; it runs forwards only, from the newest event to the oldest.
 *
 * @throws PageError when the page's arguments are wrong.
 */
export async function loadTimeline(db: Database, complaintId: string, args: PageArgs): Promise<Page<StoredEvent>> {
  const request = parsePage(LIST, ['number'], { first: args.first ?? null, after: args.after ?? null });
  const before = request.after === null ? null : Number(request.after[0]);
  const events = await readTimeline(db, complaintId, before, request.limit + 1);
  return toPage(LIST, request, events, (event) => [String(event.seq)]);
}
