/** The timelines of complaints: their events, newest first, in pages. The caller has made sure that they may be seen. */
import type { Database } from '@redress/prisma/client';
import { readTimelines } from '../events/read.ts';
import type { StoredEvent } from '../events/types.ts';
import { parsePage, toPage } from './connection.ts';
import type { Page, PageArgs, PageRequest } from './connection.ts';

const LIST = 'timeline';

/** A page of one complaint's timeline. */
export interface TimelineRequest {
  complaintId: string;
  request: PageRequest;
}

/**
 * Reads the arguments of a page; a timeline runs forwards only, from the newest event to the oldest.
 *
 * @throws PageError when they are wrong.
 */
export function parseTimelinePage(args: PageArgs): PageRequest {
  return parsePage(LIST, ['number'], { first: args.first ?? null, after: args.after ?? null });
}

/** The pages, in the order of the requests: one statement for all of them. */
export async function loadTimelines(db: Database, requests: readonly TimelineRequest[]): Promise<Page<StoredEvent>[]> {
  const timelines = await readTimelines(
    db,
    requests.map(({ complaintId, request }) => ({
      complaintId,
      before: request.after === null ? null : Number(request.after[0]),
      limit: request.limit + 1,
    })),
  );
  return requests.map(({ request }, i) => toPage(LIST, request, timelines[i]!, (event) => [String(event.seq)]));
}
