/** A change, as an action returns it: what must still hold, the rows, the audit, the events. `commit` writes it. */
import type { AuditAction } from '../rules/audit-actions.ts';
import type { EventDraft, FilterFacts } from './types.ts';
import type { TableName, TableRows } from './tables.ts';

/** The complaint must still have this revision; otherwise somebody else was faster and the action decides anew. */
export interface Guard {
  id: string;
  revision: number;
}

/**
 * Tables whose rows may go. A member's own ways of being reached are theirs to take back, with the address and the secret
 * in them; everything else that the product knows is ended or archived, and stays.
 */
export const REMOVABLE_TABLES = ['notification_channel'] as const satisfies readonly TableName[];
export type RemovableTable = (typeof REMOVABLE_TABLES)[number];

type ColumnOf<T extends TableName> = keyof TableRows[T] & string;

/**
 * One row, whole: a new one, the new state of an existing one, or one that goes, as it was. `columns`: of an existing one
 * nothing but these is written; what others wrote into the rest meanwhile stays.
 */
export type RowWrite =
  | { [T in TableName]: { table: T; op: 'insert'; row: TableRows[T] } }[TableName]
  | { [T in TableName]: { table: T; op: 'update'; row: TableRows[T]; columns?: readonly ColumnOf<T>[] } }[TableName]
  | { [T in RemovableTable]: { table: T; op: 'delete'; row: TableRows[T] } }[RemovableTable];

/** An event with what visibility and filters need to know of its complaint before and after. */
export type EventWrite = EventDraft & {
  complaintId: string | null;
  round: number | null;
  before: FilterFacts | null;
  after: FilterFacts | null;
  accessBefore: string[];
  accessAfter: string[];
};

/** Who changed what, from where. `diff` maps columns to [from, to], without any free text. */
export interface AuditWrite {
  action: AuditAction;
  principalKind: 'MEMBER' | 'INTEGRATION' | 'CUSTOMER' | 'SYSTEM';
  principalId: string | null;
  via: string;
  address: string | null;
  userAgent: string | null;
  requestId: string | null;
  complaintIds: string[];
  diff: Record<string, unknown>;
}

/** Kept with the change so that a retry can be answered from it (api.md, rule 6). */
export interface IdempotencyWrite {
  principal: string;
  key: string;
  requestHash: string;
  resultType: string;
  resultIds: Record<string, string | number | boolean>;
}

export interface Change {
  /** UUIDv7; names the change in its events and its audit row. */
  id: string;
  at: Date;
  guards: Guard[];
  rows: RowWrite[];
  audit: AuditWrite;
  /** At least one: a change that nobody hears of does not exist. */
  events: EventWrite[];
  idempotency: IdempotencyWrite | null;
}

export function insert<T extends TableName>(table: T, row: TableRows[T]): RowWrite {
  return { table, op: 'insert', row } as RowWrite;
}

/** The row's new state, whole: for rows that a guard or a revision keeps from being written over unseen. */
export function update<T extends TableName>(table: T, row: TableRows[T]): RowWrite {
  return { table, op: 'update', row } as RowWrite;
}

/** Writes these columns of the row and no other: for rows that several change, each something else, and nothing guards. */
export function set<T extends TableName>(table: T, row: TableRows[T], columns: Partial<TableRows[T]>): RowWrite {
  return { table, op: 'update', row: { ...row, ...columns }, columns: Object.keys(columns) } as unknown as RowWrite;
}

/** The columns that a write names, where it does not write the row whole. */
export function columnsOf(write: RowWrite): readonly string[] | undefined {
  return write.op === 'update' ? write.columns : undefined;
}

/** The row as it was read: the audit tells what went. */
export function remove<T extends RemovableTable>(table: T, row: TableRows[T]): RowWrite {
  return { table, op: 'delete', row } as RowWrite;
}
