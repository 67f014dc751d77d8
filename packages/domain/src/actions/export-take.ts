/** Puts on record that an export is taken, once, before its first line leaves (docs/SPEC.md, PD22). */
import { uuidv7 } from 'uuidv7';
import { insert } from '../events/change.ts';
import { countComplaints } from '../reads/complaint-list.ts';
import type { ComplaintQuery } from '../reads/complaint-list.ts';
import { findExport } from '../reads/exports.ts';
import type { ExportView } from '../reads/exports.ts';
import { exportState, listFilter } from '../rules/exports.ts';
import { scopeOf } from '../rules/principal.ts';
import type { ActionContext } from './context.ts';
import { tryChangeSettings } from './settings-change.ts';

/** What may be taken: of what its taker sees at this moment. */
export interface TakenExport {
  view: ExportView;
  query: ComplaintQuery;
  rows: number;
}

/** Null: it is not theirs, was not approved, lapsed, or was taken before. */
export async function exportTake(ctx: ActionContext, id: string): Promise<TakenExport | null> {
  const { principal } = ctx;
  const view = await findExport(ctx.db, id);
  const at = ctx.now();
  if (principal.kind !== 'MEMBER' || view?.requestedById !== principal.id) return null;
  if (exportState(view, at) !== 'APPROVED') return null;
  const query = { scope: scopeOf(principal), filter: listFilter(view.filter), viewerId: principal.id };
  const rows = await countComplaints(ctx.db, query);
  const step = { id: uuidv7(), exportId: id, kind: 'TAKING', approved: null, reason: null } as const;
  const result = await tryChangeSettings(ctx, 'exportTake', {
    rows: [insert('complaint_export_step', { ...step, rows, byId: principal.id, at })],
    events: [{ type: 'ExportTaken', payload: { exportId: id, rows } }],
    resultIds: null,
  });
  return result.kind === 'COMMITTED' ? { view, query, rows } : null;
}
