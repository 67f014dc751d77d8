/**
 * What a process reads when the stream has moved on: the next events, and the complaints that they concern as they are
 * now. One statement, so all of it belongs to one moment (docs/adr/0021).
 */
import type { Database } from '@redress/prisma/client';
import { EVENT_COLUMNS, toStoredEvent } from '../events/read.ts';
import type { EventRow, StreamHead } from '../events/read.ts';
import type { StoredEvent } from '../events/types.ts';
import { selectList, takeView } from './columns.ts';
import { COMPLAINT_JOINS, COMPLAINT_SELECT, toComplaintView } from './complaint-sql.ts';
import type { ComplaintView } from './complaint-view.ts';

/** A complaint as it is read, with who may see it: the ids of all whose grant is open. */
export interface SeenCard {
  view: ComplaintView;
  grants: readonly string[];
}

/** Where the stream stood at the moment of reading, and what was read of it. */
export interface Stretch extends StreamHead {
  /** In order; all that there were when the last one has the number `head`. */
  events: StoredEvent[];
  /** What the events concern, as it was at `head`, also when that lies behind the last of them. */
  cards: SeenCard[];
  /** The first moment at which anything happens by itself to a complaint, as it was at `head`; null: nothing does. */
  wakeAt: Date | null;
}

/** All grants that are open on `c`, as a column. */
export const OPEN_GRANTS = `ARRAY(SELECT DISTINCT a."granteeId" FROM "complaint_access" AS a
    WHERE a."complaintId" = c."id" AND a."until" IS NULL)`;

const AT_EVENT = 4;
/** Behind the number by which cards stand beside events. */
const AT_GRANTS = AT_EVENT + EVENT_COLUMNS.length + 1;
const AT_CARD = AT_GRANTS + 1;

/** So many events are read at once. It stands in the text, like all that a plan depends on. */
export const STRETCH = 500;

// Nothing about the plan may depend on the number that the stream is read from: PostgreSQL would take it for worth planning
// anew each time, which costs ten times what the reading does. Hence `(SELECT $1)`, which it does not look into; and
// `ANY(ARRAY(…))`, which it takes for a few ids, to be looked up, where a join would have it scan whole tables.
const SQL = `WITH page AS MATERIALIZED (
    SELECT *, row_number() OVER (ORDER BY "seq") AS "n"
    FROM (SELECT * FROM "event" WHERE "event"."seq" > (SELECT $1::bigint) ORDER BY "event"."seq" LIMIT ${STRETCH}) AS p),
  cards AS MATERIALIZED (
    SELECT row_number() OVER () AS "n", ${OPEN_GRANTS}, ${COMPLAINT_SELECT}
    FROM "complaint" AS c ${COMPLAINT_JOINS} WHERE c."id" = ANY(ARRAY(SELECT DISTINCT "complaintId" FROM page)))
  SELECT s."epoch", s."head", s."floor", (SELECT min("wakeAt") FROM "complaint" WHERE "wakeAt" IS NOT NULL), ${selectList<EventRow>('page', EVENT_COLUMNS)}, cards.*
  FROM "stream" AS s LEFT JOIN (page FULL JOIN cards USING ("n")) ON true
  WHERE s."id" = 1 ORDER BY page."seq"`;

/**
 * At most `STRETCH` events with numbers greater than `after`, and their complaints.
 *
 * @throws Error when the database was never set up.
 */
export async function readStretch(db: Database, after: number): Promise<Stretch> {
  const { rows } = await db.pool.query<unknown[]>({
    name: 'stream_stretch',
    text: SQL,
    values: [after],
    rowMode: 'array',
  });
  const first = rows[0];
  if (first === undefined) throw new Error('the stream has no row: the database was not set up');
  const [epoch, head, floor, wakeAt] = first as [string, number, number, Date | null];
  const events: StoredEvent[] = [];
  const cards: SeenCard[] = [];
  for (const row of rows) {
    if (row[AT_EVENT] !== null) events.push(toStoredEvent(takeView<EventRow>(row, AT_EVENT, EVENT_COLUMNS)));
    if (row[AT_CARD] !== null) cards.push(seenCard(row, AT_GRANTS));
  }
  return { epoch, head, floor, events, cards, wakeAt };
}

/** The card whose grants stand at `offset` of the row, and its columns behind them. */
export function seenCard(row: readonly unknown[], offset: number): SeenCard {
  return { view: toComplaintView(row, offset + 1), grants: row[offset] as string[] };
}
