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
import { mergedInto } from './merged.ts';

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
}

/** All grants that are open on `c`, as a column. */
export const OPEN_GRANTS = `ARRAY(SELECT DISTINCT a."granteeId" FROM "complaint_access" AS a
    WHERE a."complaintId" = c."id" AND a."until" IS NULL)`;

const AT_EVENT = 3;
const AT_GRANTS = AT_EVENT + EVENT_COLUMNS.length;
const AT_CARD = AT_GRANTS + 1;

// A complaint is read once, beside the last of its events. What was merged into it is read with it: whoever comes to see
// the one sees the other, which only the one tells.
const SQL = `SELECT s."epoch", s."head", s."floor", ${selectList<EventRow>('e', EVENT_COLUMNS)}, ${OPEN_GRANTS},
    ${COMPLAINT_SELECT}
  FROM "stream" AS s
  LEFT JOIN LATERAL (SELECT page.*,
      row_number() OVER (PARTITION BY page."complaintId" ORDER BY page."seq" DESC) = 1 AS "isLast"
    FROM (SELECT * FROM "event" WHERE "event"."seq" > $1 ORDER BY "event"."seq" LIMIT $2) AS page) AS e ON true
  LEFT JOIN LATERAL (WITH ${mergedInto('e."complaintId"')}
    SELECT e."complaintId" AS "id" UNION SELECT "id" FROM merged) AS touched ON e."isLast"
  LEFT JOIN "complaint" AS c ON c."id" = touched."id" ${COMPLAINT_JOINS}
  WHERE s."id" = 1 ORDER BY e."seq"`;

/**
 * At most `limit` events with numbers greater than `after`, and their complaints.
 *
 * @throws Error when the database was never set up.
 */
export async function readStretch(db: Database, after: number, limit: number): Promise<Stretch> {
  const { rows } = await db.pool.query<unknown[]>({
    name: 'stream_stretch',
    text: SQL,
    values: [after, limit],
    rowMode: 'array',
  });
  const first = rows[0];
  if (first === undefined) throw new Error('the stream has no row: the database was not set up');
  const [epoch, head, floor] = first as [string, number, number];
  const events: StoredEvent[] = [];
  const cards: SeenCard[] = [];
  for (const row of rows) {
    const seq = row[AT_EVENT] as number | null;
    if (seq !== null && seq !== events.at(-1)?.seq) {
      events.push(toStoredEvent(takeView<EventRow>(row, AT_EVENT, EVENT_COLUMNS)));
    }
    if (row[AT_CARD] !== null) cards.push(seenCard(row, AT_GRANTS));
  }
  return { epoch, head, floor, events, cards };
}

/** The card whose grants stand at `offset` of the row, and its columns behind them. */
export function seenCard(row: readonly unknown[], offset: number): SeenCard {
  return { view: toComplaintView(row, offset + 1), grants: row[offset] as string[] };
}
