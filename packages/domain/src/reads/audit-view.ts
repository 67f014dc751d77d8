/** The audit trail as it is read: one entry for each change, newest first. */
import type { Origin } from '../actions/context.ts';
import type { EventType } from '../events/types.ts';
import { WITHHELD_VALUE } from '../rules/changed-fields.ts';

export interface AuditChangeView {
  /** The table of the row, e.g. `complaint`, `handoff`, `policy`. */
  table: string;
  /** The row's key; null for the entry's complaint. */
  key: string | null;
  /** The column, or the path into a JSON column: `value.minutes.URGENT`. */
  field: string;
  /** As JSON has them; null for what was or is not there, and for what is not told. */
  from: unknown;
  to: unknown;
  /** The value is a secret, or a text that can be erased: that it changed is all that is kept. */
  withheld: boolean;
}

export interface AuditEntryView {
  /** Of the change. */
  id: string;
  /** Number of its last event: its place in the trail. */
  seq: number;
  at: Date;
  action: string;
  actorKind: 'MEMBER' | 'INTEGRATION' | 'CUSTOMER' | 'SYSTEM';
  actorId: string | null;
  via: Origin['via'];
  address: string | null;
  userAgent: string | null;
  requestId: string | null;
  complaintIds: string[];
  /** Of these complaints. */
  numbers: string[];
  changes: AuditChangeView[];
  /** In the words of who did it, masked; null when none was given, or it was erased. */
  reason: string | null;
  events: EventType[];
  /** The change that it took back; or null. */
  takesBack: string | null;
  /** What that change did, and when. */
  takenBack: { action: string; at: Date } | null;
}

/** Which entries; null is no condition, and all given ones hold together. */
export interface AuditFilter {
  /** A member or an integration. */
  actorId: string | null;
  action: string | null;
  complaintId: string | null;
  /** Whose complaints: it handled them before or after the change. */
  departmentId: string | null;
  via: Origin['via'] | null;
  from: Date | null;
  before: Date | null;
}

/** The changes that a stored diff tells (actions/change-diff.ts). What is not of that form says nothing. */
export function readDiff(diff: unknown): AuditChangeView[] {
  if (typeof diff !== 'object' || diff === null) return [];
  return Object.entries(diff).flatMap(([path, change]) => {
    if (!Array.isArray(change) || change.length !== 2) return [];
    const [table, key, field] = placeOf(path);
    const withheld = change.includes(WITHHELD_VALUE);
    const [from, to] = withheld ? [null, null] : (change as [unknown, unknown]);
    return [{ table, key, field, from: from ?? null, to: to ?? null, withheld }];
  });
}

/** `column` of the complaint, or `table/key/field`; a field may hold a slash of its own. */
function placeOf(path: string): [table: string, key: string | null, field: string] {
  const [table, key, ...field] = path.split('/');
  if (key === undefined || field.length === 0) return ['complaint', null, path];
  return [table!, decodeURIComponent(key), field.join('/')];
}
