/**
 * What a change brought from what to what, for its audit row: the complaint's columns by name, those of other rows as
 * `table/key/column`. Ids, codes, numbers and times are told; what can be erased and what is secret is not.
 */
import { columnsOf } from '../events/change.ts';
import type { RowWrite } from '../events/change.ts';
import { TABLES } from '../events/tables.ts';
import type { TableName, TableRows } from '../events/tables.ts';
import type { AuditSubject } from '../rules/audit-columns.ts';
import { changedFields } from '../rules/changed-fields.ts';
import type { FieldChange } from '../rules/changed-fields.ts';
import type { Case } from './case.ts';

export type Diff = Record<string, FieldChange>;

type Row = Readonly<Record<string, unknown>>;

interface Telling<T extends TableName> {
  /** Columns whose values are not told. */
  withheld?: readonly (keyof TableRows[T] & string)[];
  /** Columns that say nothing about what somebody did. */
  silent?: readonly (keyof TableRows[T] & string)[];
}

/**
 * How the rows of each table are told; null: not at all, since the events say whatever there is to say. One that the trail
 * has no word for can't be told.
 */
const TELLING: { readonly [T in TableName]: (T extends AuditSubject ? Telling<T> : never) | null } = {
  attachment: null,
  category: {},
  claim: null,
  complaint: { silent: ['revision', 'trackingHash', 'wakeAt', 'handledByIds'] },
  complaint_access: {},
  complaint_export: { withheld: ['reason'], silent: ['filter'] },
  complaint_export_step: { withheld: ['reason'] },
  complaint_search: null,
  complaint_text: { withheld: ['subject', 'description', 'demand', 'place', 'about'] },
  contact: { withheld: ['summary'] },
  customer: {
    withheld: ['name', 'phone', 'email', 'region', 'tier', 'group', 'ageBand', 'occupation'],
    silent: ['erasure'],
  },
  customer_message: null,
  deadline: { silent: ['segments', 'warnAt'] },
  delivery: null,
  demand_mark: { withheld: ['reason', 'evidence', 'decisionReason'] },
  department: {},
  duty: { withheld: ['what', 'whatEn', 'endNote'] },
  erasure: {},
  escalation: {},
  final_answer: { withheld: ['text', 'reason'] },
  group_case: { withheld: ['line'] },
  handoff: { withheld: ['reason', 'answerReason'] },
  hold: { withheld: ['reason'] },
  integration_token: { withheld: ['hash'], silent: ['lastUsedAt'] },
  meeting: { withheld: ['name', 'purpose'] },
  meeting_date: { withheld: ['reason'], silent: ['number'] },
  meeting_series: { withheld: ['name', 'purpose', 'standingItems'] },
  meeting_step: { withheld: ['text', 'note'], silent: ['changeId'] },
  meeting_topic: { withheld: ['text', 'note'], silent: ['number', 'revision'] },
  member: { withheld: ['email', 'name', 'passwordHash'] },
  member_role: {},
  note: null,
  notification: null,
  notification_channel: { withheld: ['target', 'secret'] },
  policy: { silent: ['validFrom', 'createdById', 'reason'] },
  promise: { withheld: ['what'] },
  routing_rule: {},
  ruling: { withheld: ['reason', 'appealReason', 'decisionReason'] },
  approval: { withheld: ['reason'] },
  consultation: { withheld: ['summary', 'decision'] },
  investigation: {
    withheld: ['course', 'findings', 'conclusion', 'validityReason', 'rootCauseNote', 'responsibleNote', 'summary'],
  },
  regulator_answer: { withheld: ['text', 'reason'] },
  regulator_case: { withheld: ['demand', 'outcomeNote'] },
  reply_draft: { withheld: ['text', 'reason'] },
  resolution: { withheld: ['what', 'answerNote', 'proofNote'] },
  root_cause: {},
  saved_view: { withheld: ['name', 'search'], silent: ['createdAt', 'number'] },
  saved_view_default: null,
  survey: { withheld: ['comment'] },
  visit: { withheld: ['place', 'record'] },
  wip_entry: null,
};

/** What a row came from: the row as it was, or the one that it stands in for; undefined for one that is new. */
export type RowBefore = (write: RowWrite) => object | undefined;

/** In a case: the row of the same id; of a clock that goes on as a new generation, the generation before. */
export function beforeIn(original: Case): RowBefore {
  return ({ op, table, row }) => {
    if (op === 'update') {
      return (Object.values(original).flat() as unknown[]).find(
        (part): part is { id?: string } => (part as { id?: string } | null)?.id === (row as { id?: string }).id,
      );
    }
    if (table !== 'deadline') return undefined;
    return original.deadlines.find(({ kind, subjectId }) => kind === row.kind && subjectId === row.subjectId);
  };
}

/** What became of a complaint's own columns; everything from null for a new one. */
export function complaintDiff(before: TableRows['complaint'] | null, after: TableRows['complaint']): Diff {
  return tell('complaint', before, after) ?? {};
}

/** What became of rows that came from another. Rows that are new altogether are named by the events. */
export function updatesDiff(rows: readonly RowWrite[], before: RowBefore): Diff {
  return rowsDiff(
    rows.filter((write) => before(write) !== undefined),
    before,
  );
}

/** What became of all these rows, those included that are new or go. */
export function rowsDiff(rows: readonly RowWrite[], before: RowBefore): Diff {
  const diff: Diff = {};
  for (const write of rows) {
    const { table, op, row } = write;
    const key = keyOf(write);
    const changed =
      op === 'delete' ? tell(table, row, withNothing(row)) : tell(table, before(write) ?? null, written(write));
    for (const [field, change] of Object.entries(changed ?? {})) {
      diff[`${table}/${encodeURIComponent(key)}/${field}`] = change;
    }
  }
  return diff;
}

/** What the change writes of the row: what it does not write, it does not tell. */
function written(write: RowWrite): object {
  const columns = columnsOf(write);
  if (columns === undefined) return write.row;
  return Object.fromEntries(Object.entries(write.row).filter(([column]) => columns.includes(column)));
}

/** A row that went, as what it came to. */
function withNothing(row: object): object {
  return Object.fromEntries(Object.keys(row).map((column) => [column, null]));
}

export function keyOf({ table, row }: RowWrite): string {
  return String((row as unknown as Record<string, unknown>)[TABLES[table].key]);
}

function tell(table: TableName, before: object | null, after: object): Record<string, FieldChange> | null {
  const telling: { withheld?: readonly string[]; silent?: readonly string[] } | null = TELLING[table];
  if (telling === null) return null;
  const { silent = [], withheld } = telling;
  const [from, to] = [before as Row | null, after as Row];
  const told: Record<string, unknown> = {};
  // Most columns of a change hold the very value that they held: those need no comparing.
  for (const column in to) {
    if (to[column] === from?.[column] || column === TABLES[table].key || silent.includes(column)) continue;
    told[column] = to[column];
  }
  return changedFields(from, told, withheld);
}
