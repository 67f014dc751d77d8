/** The second person's word on an export (docs/SPEC.md, PD21): it may be taken, or not. */
import { uuidv7 } from 'uuidv7';
import { insert } from '../events/change.ts';
import { findExport } from '../reads/exports.ts';
import { exportState } from '../rules/exports.ts';
import { mayDecideExport } from '../rules/permissions.ts';
import type { ActionContext } from './context.ts';
import type { SettingsResult } from './policy-set.ts';
import { tryChangeSettings } from './settings-change.ts';

export interface ExportDecideInput {
  id: string;
  approve: boolean;
  /** Why not; required with a no. */
  reason: string | null;
}

export async function exportDecide(ctx: ActionContext, input: ExportDecideInput): Promise<SettingsResult> {
  const { principal } = ctx;
  const asked = await findExport(ctx.db, input.id);
  if (principal.kind !== 'MEMBER' || asked === null || !mayDecideExport(principal, asked)) {
    const action = asked !== null && principal.kind === 'MEMBER' && principal.id === asked.requestedById;
    return { ok: false, refusal: { code: 'FORBIDDEN', action: action ? 'exportOwn' : 'exportDecide' } };
  }
  const at = ctx.now();
  if (exportState(asked, at) !== 'REQUESTED') return settled();
  if (!input.approve && !input.reason?.trim())
    return { ok: false, refusal: { code: 'INVALID_INPUT', issues: [{ path: ['reason'], key: 'required' }] } };
  const { approve: approved, reason } = input;
  const step = { id: uuidv7(), exportId: asked.id, kind: 'DECISION', rows: null, byId: principal.id, at } as const;
  const result = await tryChangeSettings(ctx, 'exportDecide', {
    rows: [insert('complaint_export_step', { ...step, approved, reason })],
    events: [{ type: 'ExportDecided', payload: { exportId: asked.id, approved } }],
    resultIds: { exportId: asked.id },
  });
  if (result.kind === 'COMMITTED') return { ok: true, outcome: { exportId: asked.id, cursor: result.cursor } };
  // Somebody else decided in the same moment, or the key was used for something else.
  return result.kind === 'CONFLICT' && result.constraint === 'idempotency_pkey'
    ? { ok: false, refusal: { code: 'IDEMPOTENCY_CONFLICT' } }
    : settled();
}

function settled(): SettingsResult {
  return { ok: false, refusal: { code: 'INVALID_INPUT', issues: [{ path: ['id'], key: 'exportSettled' }] } };
}
