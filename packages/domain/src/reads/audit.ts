/** Reading the audit trail (docs/SPEC.md, AU4–AU9). Whoever calls has made sure of what the caller may read. */
import type { Database } from '@redress/prisma/client';
import { maskText } from '../rules/mask.ts';
import type { KnownPerson } from '../rules/mask.ts';
import { REASON } from './audit-reason.ts';
import { readDiff } from './audit-view.ts';
import type { AuditEntryView, AuditFilter } from './audit-view.ts';
import { loadPersons } from './complaints.ts';
import { parsePage, toPage } from './connection.ts';
import type { KeyPart, Page, PageArgs } from './connection.ts';
import { Params } from './params.ts';

/** Whose trail, and what of it. `sight`: everything, or what concerns no complaint. */
export interface AuditQuery {
  sight: 'ALL' | 'SETTINGS';
  filter: AuditFilter;
}

const LIST = 'audit';

const SELECT = `SELECT a."changeId" AS "id", a."lastSeq" AS "seq", a."at", a."action", a."principalKind" AS "actorKind",
    a."principalId" AS "actorId", a."via", a."address", a."userAgent", a."requestId", a."complaintIds", a."diff",
    ARRAY(SELECT c."number" FROM "complaint" c WHERE c."id" = ANY(a."complaintIds") ORDER BY 1) AS "numbers",
    told."events", told."reason", told."takesBack", back."action" AS "backAction", back."at" AS "backAt"
  FROM "audit" a CROSS JOIN LATERAL (
    SELECT array_agg(e."type" ORDER BY e."seq") AS "events", string_agg(DISTINCT ${REASON}, E'\\n') AS "reason",
      max(e."payload" ->> 'takesBack') AS "takesBack"
    FROM "event" e WHERE e."seq" BETWEEN a."firstSeq" AND a."lastSeq") told
  LEFT JOIN "audit" back ON back."changeId" = told."takesBack"::uuid`;

interface Row extends Omit<AuditEntryView, 'changes' | 'takenBack'> {
  diff: unknown;
  /** Of the change that was taken back: both, or neither. */
  backAction: string | null;
  backAt: Date | null;
}

/**
 * A page of the trail, newest first.
 *
 * @throws PageError when the page's arguments are wrong.
 */
export async function listAudit(db: Database, query: AuditQuery, args: PageArgs): Promise<Page<AuditEntryView>> {
  const request = parsePage(LIST, ['number'], args);
  const params = new Params();
  const beyond = (key: readonly KeyPart[] | null, sign: '<' | '>') =>
    key === null ? [] : [`a."lastSeq" ${sign} ${params.add(key[0], 'bigint')}`];
  const conditions = [...which(query, params), ...beyond(request.after, '<'), ...beyond(request.before, '>')];
  const entries = await read(db, conditions, request.backward ? 'ASC' : 'DESC', request.limit + 1, params);
  return toPage(LIST, request, entries, (entry) => [String(entry.seq)]);
}

/** One entry; null when there is none of this id, or it is not in the sight. */
export async function findAuditEntry(
  db: Database,
  sight: AuditQuery['sight'],
  id: string,
): Promise<AuditEntryView | null> {
  const params = new Params();
  const conditions = [...inSight(sight), `a."changeId" = ${params.add(id, 'uuid')}`];
  return (await read(db, conditions, 'DESC', 1, params))[0] ?? null;
}

/** A stretch of the trail, from the number `upTo` backwards, that one can be sure of not to grow. */
export async function readAuditStretch(
  db: Database,
  query: AuditQuery,
  upTo: number,
  limit: number,
): Promise<AuditEntryView[]> {
  const params = new Params();
  const conditions = [...which(query, params), `a."lastSeq" <= ${params.add(upTo, 'bigint')}`];
  return read(db, conditions, 'DESC', limit, params);
}

/** How many entries there are, and the number of the newest; 0 and 0 when there is none. */
export async function countAudit(db: Database, query: AuditQuery): Promise<{ count: number; newest: number }> {
  const params = new Params();
  const { rows } = await db.pool.query<{ count: number; newest: number }>(
    `SELECT count(*) AS "count", coalesce(max(a."lastSeq"), 0) AS "newest" FROM "audit" a
     WHERE ${['true', ...which(query, params)].join(' AND ')}`,
    params.values,
  );
  return rows[0]!;
}

async function read(
  db: Database,
  conditions: readonly string[],
  way: 'ASC' | 'DESC',
  limit: number,
  params: Params,
): Promise<AuditEntryView[]> {
  const { rows } = await db.pool.query<Row>(
    `${SELECT} WHERE ${['true', ...conditions].join(' AND ')}
     ORDER BY a."lastSeq" ${way} LIMIT ${params.add(limit, 'int')}`,
    params.values,
  );
  const told = rows.filter(({ reason }) => reason !== null).flatMap(({ complaintIds }) => complaintIds);
  const persons = told.length === 0 ? new Map<string, KnownPerson>() : await loadPersons(db, told);
  return rows.map(({ diff, backAction, backAt, ...row }) => ({
    ...row,
    changes: readDiff(diff),
    reason: maskReason(row, persons),
    takenBack: backAction === null || backAt === null ? null : { action: backAction, at: backAt },
  }));
}

function maskReason(
  { reason, complaintIds }: Pick<Row, 'reason' | 'complaintIds'>,
  persons: Map<string, KnownPerson>,
): string | null {
  if (reason === null) return null;
  const whose = complaintIds.map((id) => persons.get(id)).filter((person) => person !== undefined);
  return whose.reduce((text, person) => maskText(text, person), maskText(reason));
}

function inSight(sight: AuditQuery['sight']): string[] {
  return sight === 'ALL' ? [] : [`cardinality(a."complaintIds") = 0`];
}

/** The conditions on `a`, the row of table audit. */
function which({ sight, filter }: AuditQuery, params: Params): string[] {
  const { actorId, action, complaintId, departmentId, via, from, before } = filter;
  const conditions = inSight(sight);
  if (actorId !== null) conditions.push(`a."principalId" = ${params.add(actorId, 'uuid')}`);
  if (action !== null) conditions.push(`a."action" = ${params.add(action)}`);
  if (via !== null) conditions.push(`a."via" = ${params.add(via)}`);
  if (from !== null) conditions.push(`a."at" >= ${params.add(from, 'timestamptz')}`);
  if (before !== null) conditions.push(`a."at" < ${params.add(before, 'timestamptz')}`);
  if (complaintId !== null) {
    const of = params.add(complaintId, 'uuid');
    conditions.push(`a."changeId" IN (SELECT e."changeId" FROM "event" e WHERE e."complaintId" = ${of})`);
  }
  if (departmentId !== null) {
    const of = params.add(departmentId, 'text');
    conditions.push(`EXISTS (SELECT 1 FROM "event" e WHERE e."seq" BETWEEN a."firstSeq" AND a."lastSeq"
      AND (e."after" ->> 'departmentId' = ${of} OR e."before" ->> 'departmentId' = ${of}))`);
  }
  return conditions;
}
