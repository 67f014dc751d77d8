/** Members' inboxes: entries whose complaint or meeting is in sight, newest first, or what waits in the order in which it hurts. */
import type { Database } from '@redress/prisma/client';
import type { NotificationModel } from '@redress/prisma/rows';
import type { Scope } from '../rules/principal.ts';
import { selectList, takeView } from './columns.ts';
import { parsePage, toPage } from './connection.ts';
import type { KeyPart, Page, PageArgs } from './connection.ts';
import { OWN_DECISION, isWaiting, meetingInSight } from './inbox-sql.ts';
import { Params } from './params.ts';
import { visibleTo } from './scope-sql.ts';

/** Whose inbox is read, in which sight. */
export interface InboxReader {
  memberId: string;
  scope: Scope;
  now: Date;
}

export interface NotificationView extends NotificationModel {
  isWaiting: boolean;
  /** The clock that it is about; else the open one of its complaint that is due first. Null where it is about a meeting. */
  deadlineId: string | null;
  /** When that clock is due; null without an open one. Of a meeting ahead its time, of a decision its date. */
  dueAt: Date | null;
}

export interface InboxCount {
  waiting: number;
  unread: number;
  /** How many things wait: several entries may ask for an answer at one complaint, or tell of one decision or series. */
  subjectsWaiting: number;
  /** Of the entries, what is about meetings. */
  meetingsWaiting: number;
  meetingsUnread: number;
}

const COLUMNS = [
  'id',
  'memberId',
  'kind',
  'complaintId',
  'round',
  'subjectId',
  'actorKind',
  'actorId',
  'at',
  'readAt',
] as const satisfies readonly (keyof NotificationView)[];
const READ = [...COLUMNS, 'isWaiting', 'deadlineId', 'dueAt'] as const satisfies readonly (keyof NotificationView)[];

/** The open clock that hurts first: that of the subject itself, else any of the complaint. */
const CLOCK = `LEFT JOIN LATERAL (SELECT k."id", k."dueAt" FROM "deadline" AS k
    WHERE k."complaintId" = n."complaintId" AND k."state" = 'OPEN' AND NOT k."silent"
    ORDER BY (k."id" = n."subjectId" OR (k."subjectId" = n."subjectId" AND n."subjectId" <> n."complaintId")) DESC,
      k."dueAt", k."id" LIMIT 1) AS d ON true`;

/** What a decision is due by now: it may have been put right since the entry was written. */
const DECISION = `LEFT JOIN LATERAL (${OWN_DECISION} LIMIT 1) AS o ON n."kind" IN ('MEETING_DECISION', 'MEETING_DECISION_DUE')`;

const DUE = 'coalesce(d."dueAt", o."dueAt", n."dueAt")';

/** What one sees to at once: a complaint, a decision, or a series whose meeting is ahead or at another time. */
const ABOUT = `coalesce(n."complaintId", CASE WHEN n."kind" = 'MEETING_DATE_CHANGED'
  THEN (SELECT said."seriesId" FROM "meeting_date" AS said WHERE said."id" = n."subjectId") ELSE n."subjectId" END)`;

const isOfClock = `n."kind" IN ('DEADLINE_APPROACHING', 'DEADLINE_BREACHED')`;
const SELECT = `${selectList<NotificationView>('n', COLUMNS)}, w."isWaiting",
  CASE WHEN ${isOfClock} THEN n."subjectId" ELSE d."id" END,
  CASE WHEN ${isOfClock} AND d."id" <> n."subjectId" THEN NULL ELSE ${DUE} END AS "dueAt"`;

/** What entries are about: those about complaints and those about meetings have nothing in common to be listed by. */
type About = 'COMPLAINTS' | 'MEETINGS' | 'ALL';

/** The entries that the reader may see, with what they are about; conditions go behind it. */
function from({ memberId, scope, now }: InboxReader, about: About, params: Params, withClock = true): string {
  const complaints = () => `n."complaintId" IS NOT NULL AND ${visibleTo(scope, 'n."complaintId"', params)}`;
  const meetings = () => `n."complaintId" IS NULL AND ${meetingInSight(now, params)}`;
  const inSight = {
    COMPLAINTS: complaints,
    MEETINGS: meetings,
    ALL: () => `(${complaints()} OR ${meetings()})`,
  };
  return `FROM "notification" AS n
    LEFT JOIN "complaint" AS c ON c."id" = n."complaintId"
    CROSS JOIN LATERAL (SELECT ${isWaiting(now, params)} AS "isWaiting") AS w
    ${withClock ? `${CLOCK} ${DECISION}` : ''}
    WHERE n."memberId" = ${params.add(memberId, 'uuid')} AND ${inSight[about]()}`;
}

/**
 * A page of the inbox, of what is about complaints. `waiting`: only what waits, first what is due first; false: only what does not; null: all, both
 * the newest first.
 *
 * @throws PageError when the page's arguments are wrong.
 */
export async function listInbox(
  db: Database,
  reader: InboxReader,
  waiting: boolean | null,
  args: PageArgs,
): Promise<Page<NotificationView>> {
  const byDue = waiting === true;
  const list = `inbox:${waiting ?? 'all'}`;
  const request = parsePage(list, ['moment', 'id'], { first: args.first ?? null, after: args.after ?? null });
  const params = new Params();
  const source = from(reader, 'COMPLAINTS', params);
  const [moment, way, sign] = byDue ? [`coalesce(${DUE}, 'infinity')`, 'ASC', '>'] : ['n."at"', 'DESC', '<'];
  const conditions = waiting === null ? [] : [`w."isWaiting" = ${params.add(waiting, 'boolean')}`];
  if (request.after !== null) {
    const [at, id] = [params.add(request.after[0], 'timestamptz'), params.add(request.after[1], 'uuid')];
    conditions.push(`(${moment}, n."id") ${sign} (${at}, ${id})`);
  }
  const text = `SELECT ${SELECT} ${[source, ...conditions].join(' AND ')}
    ORDER BY ${moment} ${way}, n."id" ${way} LIMIT ${params.add(request.limit + 1, 'int')}`;
  const { rows } = await db.pool.query<unknown[]>({ text, values: params.values, rowMode: 'array' });
  const views = rows.map((row) => takeView<NotificationView>(row, 0, READ));
  const keyOf = (view: NotificationView): KeyPart[] => [
    byDue ? (view.dueAt?.toISOString() ?? 'infinity') : view.at.toISOString(),
    view.id,
  ];
  return toPage(list, request, views, keyOf);
}

/** So many are shown: nobody belongs to more meetings than they can hold in their head. */
const MEETING_ENTRIES = 100;

/** What of the inbox is about meetings: what waits, in the order in which it is due, or what does not, the newest first. */
export async function listMeetingEntries(
  db: Database,
  reader: InboxReader,
  waiting: boolean,
): Promise<NotificationView[]> {
  const params = new Params();
  const order = waiting ? `coalesce(${DUE}, 'infinity'), n."id"` : 'n."at" DESC, n."id" DESC';
  const text = `SELECT ${SELECT} ${from(reader, 'MEETINGS', params)} AND w."isWaiting" = ${params.add(waiting, 'boolean')}
    ORDER BY ${order} LIMIT ${MEETING_ENTRIES}`;
  const { rows } = await db.pool.query<unknown[]>({ text, values: params.values, rowMode: 'array' });
  return rows.map((row) => takeView<NotificationView>(row, 0, READ));
}

/** Of these entries those that are the reader's, about a complaint, and whose complaint is in sight, in no particular order. */
export async function loadNotifications(
  db: Database,
  reader: InboxReader,
  ids: readonly string[],
): Promise<NotificationView[]> {
  const params = new Params();
  const text = `SELECT ${SELECT} ${from(reader, 'COMPLAINTS', params)} AND n."id" = ANY(${params.add(ids, 'uuid[]')})`;
  const { rows } = await db.pool.query<unknown[]>({ text, values: params.values, rowMode: 'array' });
  return rows.map((row) => takeView<NotificationView>(row, 0, READ));
}

/** How much waits and how much was not read, in all and of meetings; `content` is another number whenever what waits or is unread is. */
export async function countInbox(db: Database, reader: InboxReader): Promise<InboxCount & { content: string }> {
  const params = new Params();
  const { rows } = await db.pool.query<InboxCount & { content: string }>(
    `SELECT count(*) FILTER (WHERE w."isWaiting")::int AS "waiting",
        count(*) FILTER (WHERE n."readAt" IS NULL)::int AS "unread",
        count(DISTINCT ${ABOUT}) FILTER (WHERE w."isWaiting")::int AS "subjectsWaiting",
        count(*) FILTER (WHERE w."isWaiting" AND n."complaintId" IS NULL)::int AS "meetingsWaiting",
        count(*) FILTER (WHERE n."readAt" IS NULL AND n."complaintId" IS NULL)::int AS "meetingsUnread",
        coalesce(bit_xor(hashtextextended(n."id"::text || w."isWaiting" || (n."readAt" IS NULL), 0))
          FILTER (WHERE w."isWaiting" OR n."readAt" IS NULL), 0)::text AS "content"
      ${from(reader, 'ALL', params, false)}`,
    params.values,
  );
  return rows[0]!;
}

/** How many entries about complaints a list has: what waits, what does not, or (null) all. */
export async function countInboxList(db: Database, reader: InboxReader, waiting: boolean | null): Promise<number> {
  const params = new Params();
  const source = from(reader, 'COMPLAINTS', params, false);
  const condition = waiting === null ? '' : `AND w."isWaiting" = ${params.add(waiting, 'boolean')}`;
  const { rows } = await db.pool.query<{ count: number }>(
    `SELECT count(*)::int AS "count" ${source} ${condition}`,
    params.values,
  );
  return rows[0]?.count ?? 0;
}

/** Of these entries those that still wait; for what goes out beside the inbox. */
export async function stillWaiting(db: Database, ids: readonly string[], now: Date): Promise<Set<string>> {
  const params = new Params();
  const text = `SELECT n."id" FROM "notification" AS n LEFT JOIN "complaint" AS c ON c."id" = n."complaintId"
    WHERE n."id" = ANY(${params.add(ids, 'uuid[]')}) AND (${isWaiting(now, params)})`;
  const { rows } = await db.pool.query<{ id: string }>(text, params.values);
  return new Set(rows.map(({ id }) => id));
}
