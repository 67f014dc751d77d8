/** Puts on record that somebody takes a copy of the audit trail away, before the first line of it leaves (AU10). */
import { countAudit } from '../reads/audit.ts';
import type { AuditFilter } from '../reads/audit-view.ts';
import { auditSight } from '../rules/permissions.ts';
import type { ActionContext } from './context.ts';
import { Refusal } from './refusal.ts';
import { changeSettings } from './settings-change.ts';

/** The copy that may be taken: what of the trail, and the number of the newest entry in it. */
export interface AuditCopy {
  sight: 'ALL' | 'SETTINGS';
  upTo: number;
  /** How many entries it has. */
  rows: number;
}

/** @throws Refusal FORBIDDEN to who may read none of the trail. */
export async function auditExport(ctx: ActionContext, filter: AuditFilter): Promise<AuditCopy> {
  const sight = auditSight(ctx.principal);
  if (sight === null) throw new Refusal({ code: 'FORBIDDEN', action: 'audit' });
  const { count: rows, newest: upTo } = await countAudit(ctx.db, { sight, filter });
  const asked = Object.entries(filter).map(([name, value]) => [
    name,
    value instanceof Date ? value.toISOString() : (value as string | null),
  ]);
  const payload = { filter: Object.fromEntries(asked) as Record<string, string | null>, rows };
  await changeSettings(ctx, 'auditExport', [], [{ type: 'AuditExported', payload }]);
  return { sight, upTo, rows };
}
