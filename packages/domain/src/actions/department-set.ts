/** An administrator changes what a department works by (docs/SPEC.md, PO10). */
import { set } from '../events/change.ts';
import { mayKeepSettings } from '../rules/permissions.ts';
import type { ActionContext } from './context.ts';
import type { SettingsResult } from './policy-set.ts';
import { tryChangeSettings } from './settings-change.ts';

export interface DepartmentSetInput {
  code: string;
  /** Key of a calendar; null: the company's. */
  calendarCode: string | null;
}

/** Puts a department on another calendar; its running clocks are recomputed. */
export async function departmentSet(ctx: ActionContext, input: DepartmentSetInput): Promise<SettingsResult> {
  if (!mayKeepSettings(ctx.principal)) return { ok: false, refusal: { code: 'FORBIDDEN', action: 'settings' } };
  const department = ctx.directory.departmentByCode(input.code);
  const { calendarCode, code } = input;
  if (department === null) return wrong('code', 'unknownDepartment', code);
  if (calendarCode !== null && ctx.directory.policy('calendar', calendarCode) === null) {
    return wrong('calendarCode', 'unknownCalendar', calendarCode);
  }
  const result = await tryChangeSettings(ctx, 'departmentSet', {
    rows: [set('department', department, { calendarCode })],
    events: [{ type: 'DirectoryChanged', payload: { what: 'DEPARTMENT', ids: [department.id] } }],
    resultIds: { departmentId: department.id },
  });
  await ctx.directory.reload();
  if (result.kind === 'COMMITTED') return { ok: true, outcome: { departmentId: department.id, cursor: result.cursor } };
  if (result.kind === 'CONFLICT' && result.constraint === 'idempotency_pkey') {
    return { ok: false, refusal: { code: 'IDEMPOTENCY_CONFLICT' } };
  }
  throw new Error(`departmentSet: ${JSON.stringify(result)}`);
}

function wrong(path: string, key: string, code: string): SettingsResult {
  return { ok: false, refusal: { code: 'INVALID_INPUT', issues: [{ path: [path], key, values: { code } }] } };
}
