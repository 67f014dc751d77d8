/** Several complaints in one change: all of it is written, or nothing. */
import type { Change } from '../events/change.ts';

/**
 * The first change with the others in it, under one id: every guard must hold, and one row of the audit tells of all. What
 * the others brought is told there as rows of table complaint.
 */
export function joined(first: Change, others: readonly Change[]): Change {
  const all = [first, ...others];
  return {
    ...first,
    guards: all.flatMap(({ guards }) => guards),
    rows: all.flatMap(({ rows }) => rows),
    events: all.flatMap(({ events }) => events),
    audit: {
      ...first.audit,
      complaintIds: all.flatMap(({ audit }) => audit.complaintIds),
      diff: Object.assign({}, first.audit.diff, ...others.map(asRows)) as Change['audit']['diff'],
    },
  };
}

/** The complaint's own columns, which stand without its name where the change is about it alone. */
function asRows({ audit }: Change): Record<string, unknown> {
  const [id] = audit.complaintIds;
  const named = (path: string) => (path.includes('/') ? path : `complaint/${encodeURIComponent(id!)}/${path}`);
  return Object.fromEntries(Object.entries(audit.diff).map(([path, change]) => [named(path), change]));
}
