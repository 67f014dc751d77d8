/**
 * `commit`, the one place that writes. Every change of the product goes through it, alone or with others, in one
 * statement: state, audit and events appear together or not at all, and events get gapless numbers in commit order
 * (docs/adr/0001, docs/SPEC.md EV1–EV4).
 */
import { createHash } from 'node:crypto';
import type { Database } from '@redress/prisma/client';
import { columnsOf } from './change.ts';
import type { Change, RowWrite } from './change.ts';
import { COMMIT_ONE_SQL, PLACE_NAMES } from './commit-one-sql.ts';
import { CommitQueue } from './commit-queue.ts';
import { commitSql } from './commit-sql.ts';
import type { RowGroup } from './commit-sql.ts';
import { formatCursor } from './cursor.ts';
import { TABLES } from './tables.ts';
import type { TableRows } from './tables.ts';
import { EVENT_VERSIONS } from './types.ts';
import type { StoredEvent } from './types.ts';

/**
 * What became of a change. STALE: a guard no longer holds. CONFLICT: a unique constraint refused it; `constraint` names
 * it. In both cases nothing of the change was written.
 */
export type CommitResult =
  | { kind: 'COMMITTED'; cursor: string; firstSeq: number; lastSeq: number }
  | { kind: 'STALE' }
  | { kind: 'CONFLICT'; constraint: string };

const STALE: CommitResult = { kind: 'STALE' };

/**
 * Writes the changes; the results stand in their order. Changes of one call must concern different complaints: a guard
 * is checked once, before any of them is written. When a constraint refuses one of several, each is tried by itself.
 */
export async function commit(db: Database, changes: readonly Change[]): Promise<CommitResult[]> {
  if (changes.length === 0) return [];
  assertIndependent(changes);
  const [change] = changes;
  return changes.length === 1 ? [await queueOf(db).add(shapeOf(change!), change!)] : writeOrTell(db, changes);
}

const queues = new WeakMap<Database, CommitQueue>();

function queueOf(db: Database): CommitQueue {
  let queue = queues.get(db);
  if (queue === undefined) queues.set(db, (queue = new CommitQueue((changes) => writeOrTell(db, changes))));
  return queue;
}

/** Equal shapes are written by one statement. */
function shapeOf({ rows }: Change): string {
  return [...new Set(rows.map(groupName))].sort().join(',');
}

/** Writes, or tells which of the changes a constraint refused. */
async function writeOrTell(db: Database, changes: readonly Change[]): Promise<CommitResult[]> {
  try {
    return await write(db, changes);
  } catch (error) {
    const refused = refusedBy(error);
    if (refused === null) throw error;
    if (changes.length === 1) return [refused];
    const results: CommitResult[] = [];
    for (const change of changes) results.push(...(await writeOrTell(db, [change])));
    return results;
  }
}

interface Numbered {
  n: number;
  epoch: string;
  first: string;
  last: string;
}

async function write(db: Database, changes: readonly Change[]): Promise<CommitResult[]> {
  const [first] = changes;
  if (changes.length === 1 && isOnlyPlace(first!)) return [await writePlace(db, first!)];
  const { groups, values } = groupRows(changes);
  const fixed = [
    json(changes.map((change, n) => ({ n, events: change.events.length }))),
    json(changes.flatMap((change, n) => change.guards.map((guard) => ({ n, ...guard })))),
    changes.flatMap((change) => change.guards.map((guard) => guard.id)),
    json(changes.flatMap((change, n) => eventRows(change).map((row, i) => ({ n, i, row })))),
    json(changes.map((change, n) => ({ n, row: { ...change.audit, changeId: change.id, at: change.at } }))),
    json(
      changes.flatMap((change, n) =>
        change.idempotency === null ? [] : [{ n, row: { ...change.idempotency, createdAt: change.at } }],
      ),
    ),
  ];
  const statement = prepared(groups);
  const { rows } = await db.pool.query<Numbered>({ ...statement, values: [...fixed, ...values] });
  const last = rows.at(-1);
  if (last !== undefined) db.commits.tell({ epoch: last.epoch, seq: Math.max(...rows.map((row) => Number(row.last))) });
  const byNumber = new Map(rows.map((row) => [row.n, row]));
  return changes.map((_, n) => {
    const row = byNumber.get(n);
    if (row === undefined) return STALE;
    const [firstSeq, lastSeq] = [Number(row.first), Number(row.last)];
    return { kind: 'COMMITTED', cursor: formatCursor(row.epoch, lastSeq), firstSeq, lastSeq };
  });
}

function isOnlyPlace({ rows, guards }: Change): boolean {
  return rows.length === 1 && columnsOf(rows[0]!) === PLACE_NAMES && guards.length === 1;
}

/** The short statement for a change of one complaint's place. */
async function writePlace(db: Database, change: Change): Promise<CommitResult> {
  const row = change.rows[0]!.row as TableRows['complaint'];
  const { idempotency, audit, at, id } = change;
  const { rows } = await db.pool.query<Pick<Numbered, 'epoch' | 'last'>>({
    name: 'commit_place',
    text: COMMIT_ONE_SQL,
    values: [
      row.id,
      change.guards[0]!.revision,
      json(eventRows(change)),
      json({ ...audit, changeId: id, at }),
      idempotency && json({ ...idempotency, createdAt: at }),
      ...PLACE_NAMES.map((column) => row[column]),
    ],
  });
  const numbered = rows[0];
  if (numbered === undefined) return STALE;
  const lastSeq = Number(numbered.last);
  db.commits.tell({ epoch: numbered.epoch, seq: lastSeq });
  const firstSeq = lastSeq - change.events.length + 1;
  return { kind: 'COMMITTED', cursor: formatCursor(numbered.epoch, lastSeq), firstSeq, lastSeq };
}

/** Rows that one part of the statement writes have one name. */
function groupName(write: RowWrite): string {
  return [write.op, write.table, ...(columnsOf(write) ?? [])].join(' ');
}

/** Rows of all changes by table and operation, in id order, and their parameters as `commitSql` numbers them. */
function groupRows(changes: readonly Change[]): { groups: NamedGroup[]; values: unknown[] } {
  const byGroup = new Map<string, { group: NamedGroup; rows: { n: number; row: Record<string, unknown> }[] }>();
  changes.forEach((change, n) => {
    for (const write of change.rows) {
      const { table, op, row } = write;
      const name = groupName(write);
      const columns = columnsOf(write);
      const entry = byGroup.get(name) ?? { group: { name, table, op, columns }, rows: [] };
      const whole = row as unknown as Record<string, unknown>;
      entry.rows.push({ n, row: columns === undefined ? whole : pick(whole, [TABLES[table].key, ...columns]) });
      byGroup.set(name, entry);
    }
  });
  const entries = [...byGroup.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  const values = entries.flatMap(({ group, rows }) => {
    const key = (entry: { row: Record<string, unknown> }) => String(entry.row[TABLES[group.table].key]);
    rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
    return group.op === 'insert' ? [json(rows)] : [json(rows), rows.map(key)];
  });
  return { groups: entries.map((entry) => entry.group), values };
}

/**
 * The events of a change that was committed, as they are read back from the log: what JSON makes of their values is done
 * to them.
 */
export function storedEvents(change: Change, firstSeq: number): StoredEvent[] {
  return eventRows(change).map(({ v: _, payload, before, after, ...row }, i) => {
    const told = JSON.parse(json({ payload, before, after })) as object;
    return { seq: firstSeq + i, ...row, ...told } as StoredEvent;
  });
}

function eventRows(change: Change): Record<string, unknown>[] {
  return change.events.map((event) => ({
    type: event.type,
    v: EVENT_VERSIONS[event.type],
    changeId: change.id,
    occurredAt: event.occurredAt ?? change.at,
    recordedAt: change.at,
    actorKind: change.audit.principalKind,
    actorId: change.audit.principalId,
    complaintId: event.complaintId,
    round: event.round,
    noteId: event.noteId ?? null,
    payload: event.payload,
    before: event.before,
    after: event.after,
    accessBefore: event.accessBefore,
    accessAfter: event.accessAfter,
  }));
}

type NamedGroup = RowGroup & { name: string };

function pick(row: Record<string, unknown>, columns: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(columns.map((column) => [column, row[column]]));
}

const statements = new Map<string, { name: string; text: string }>();

/** The statement of a combination of groups, under a name of its own, so that PostgreSQL plans it once a connection. */
function prepared(groups: NamedGroup[]): { name: string; text: string } {
  const key = groups.map(({ name }) => name).join(',');
  let statement = statements.get(key);
  if (statement === undefined) {
    statement = {
      name: `commit_${createHash('sha256').update(key).digest('hex').slice(0, 16)}`,
      text: commitSql(groups),
    };
    statements.set(key, statement);
  }
  return statement;
}

function assertIndependent(changes: readonly Change[]): void {
  const ids = changes.flatMap((change) => change.guards.map((guard) => guard.id));
  if (new Set(ids).size !== ids.length) throw new Error('changes of one commit must concern different complaints');
  if (changes.some((change) => change.events.length === 0)) throw new Error('a change must carry an event');
}

/** PostgreSQL's refusals that an action can answer: unique violations, and the deadlocks and serialisation failures. */
function refusedBy(error: unknown): CommitResult | null {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === '23505') return { kind: 'CONFLICT', constraint: constraint ?? '' };
  if (code === '40P01' || code === '40001') return STALE;
  return null;
}

/** As JSON, large integers in quotes. A function that looks at each value costs as much again: few rows hold such an integer. */
function json(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? part.toString() : part));
  }
}
