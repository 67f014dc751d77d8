/** Asks to take a list of complaints away (docs/SPEC.md, PD20). Nobody does so on their own word alone. */
import { uuidv7 } from 'uuidv7';
import { insert } from '../events/change.ts';
import { DAY_MS } from '../rules/days.ts';
import { EXPORT_LASTS_MS, EXPORT_LONGEST_DAYS } from '../rules/exports.ts';
import { mayExport } from '../rules/permissions.ts';
import type { Severity, Stage } from '../rules/vocabulary.ts';
import type { ActionContext } from './context.ts';
import type { SettingsResult } from './policy-set.ts';
import type { InputIssue } from './refusal.ts';
import { tryChangeSettings } from './settings-change.ts';

export interface ExportRequestInput {
  /** Null: of every department in sight. */
  departmentCodes: string[] | null;
  stages: Stage[] | null;
  severities: Severity[] | null;
  receivedFrom: Date;
  receivedBefore: Date;
  reason: string;
}

export async function exportRequest(ctx: ActionContext, input: ExportRequestInput): Promise<SettingsResult> {
  const { principal } = ctx;
  if (principal.kind !== 'MEMBER' || !mayExport(principal))
    return { ok: false, refusal: { code: 'FORBIDDEN', action: 'export' } };
  const issues = issuesOf(ctx, input);
  if (issues.length > 0) return { ok: false, refusal: { code: 'INVALID_INPUT', issues } };
  const id = uuidv7();
  const at = ctx.now();
  const { stages, severities, receivedFrom, receivedBefore, reason } = input;
  const filter = {
    stages,
    severities,
    departmentIds: input.departmentCodes?.map((code) => ctx.directory.departmentByCode(code)!.id) ?? null,
    receivedFrom: receivedFrom.toISOString(),
    receivedBefore: receivedBefore.toISOString(),
  };
  const lapsesAt = new Date(at.getTime() + EXPORT_LASTS_MS);
  const result = await tryChangeSettings(ctx, 'exportRequest', {
    rows: [insert('complaint_export', { id, filter, reason, requestedById: principal.id, requestedAt: at, lapsesAt })],
    events: [{ type: 'ExportRequested', payload: { exportId: id } }],
    resultIds: { exportId: id },
  });
  if (result.kind === 'COMMITTED') return { ok: true, outcome: { exportId: id, cursor: result.cursor } };
  if (result.kind === 'CONFLICT') return { ok: false, refusal: { code: 'IDEMPOTENCY_CONFLICT' } };
  throw new Error(`exportRequest: ${JSON.stringify(result)}`);
}

function issuesOf({ directory }: ActionContext, input: ExportRequestInput): InputIssue[] {
  const issues: InputIssue[] = [];
  const unknown = (input.departmentCodes ?? []).filter((code) => directory.departmentByCode(code) === null);
  if (unknown.length > 0)
    issues.push({ path: ['departmentCodes'], key: 'unknownDepartment', values: { code: unknown[0]! } });
  const span = input.receivedBefore.getTime() - input.receivedFrom.getTime();
  if (span <= 0) issues.push({ path: ['receivedBefore'], key: 'endsBeforeItBegins' });
  else if (span > EXPORT_LONGEST_DAYS * DAY_MS)
    issues.push({ path: ['receivedFrom'], key: 'exportTooLong', values: { days: EXPORT_LONGEST_DAYS } });
  return issues;
}
