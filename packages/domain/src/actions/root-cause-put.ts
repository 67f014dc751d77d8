/** An administrator keeps the tree of root causes (docs/SPEC.md, IV14). */
import { insert, update } from '../events/change.ts';
import type { TableRows } from '../events/tables.ts';
import { mayKeepSettings } from '../rules/permissions.ts';
import { ROOT_CAUSE_CODE, groupOf } from '../rules/root-causes.ts';
import type { ActionContext } from './context.ts';
import type { SettingsResult } from './policy-set.ts';
import type { InputIssue } from './refusal.ts';
import { tryChangeSettings } from './settings-change.ts';

export interface RootCausePutInput {
  code: string;
  nameZh: string;
  nameEn: string;
  /** It is given to complaints no more. */
  archived: boolean;
}

/** Adds a cause, renames it, takes it out of use or back into it. Its code stays what it is. */
export async function rootCausePut(ctx: ActionContext, input: RootCausePutInput): Promise<SettingsResult> {
  if (!mayKeepSettings(ctx.principal)) return { ok: false, refusal: { code: 'FORBIDDEN', action: 'settings' } };
  const issue = problemOf(ctx, input);
  if (issue !== null) return { ok: false, refusal: { code: 'INVALID_INPUT', issues: [issue] } };
  const { code } = input;
  const known = ctx.directory.rootCause(code);
  const row = rowOf(ctx, input, known);
  const result = await tryChangeSettings(ctx, 'rootCausePut', {
    rows: [known === null ? insert('root_cause', row) : update('root_cause', row)],
    events: [{ type: 'DirectoryChanged', payload: { what: 'ROOT_CAUSE', ids: [code] } }],
    resultIds: { rootCauseCode: code },
  });
  await ctx.directory.reload();
  if (result.kind === 'COMMITTED') return { ok: true, outcome: { rootCauseCode: code, cursor: result.cursor } };
  if (result.kind === 'CONFLICT' && result.constraint === 'idempotency_pkey') {
    return { ok: false, refusal: { code: 'IDEMPOTENCY_CONFLICT' } };
  }
  // Another administrator added the very code meanwhile: now it is known, and this is its new state.
  if (result.kind === 'CONFLICT' && known === null) return rootCausePut(ctx, input);
  throw new Error(`rootCausePut: ${JSON.stringify(result)}`);
}

function problemOf({ directory }: ActionContext, { code }: RootCausePutInput): InputIssue | null {
  if (!ROOT_CAUSE_CODE.test(code)) return { path: ['code'], key: 'malformedRootCause' };
  const group = groupOf(code);
  if (group !== null && directory.rootCause(group) === null) {
    return { path: ['code'], key: 'unknownRootCause', values: { code: group } };
  }
  return null;
}

function rowOf(
  ctx: ActionContext,
  { code, nameZh, nameEn, archived }: RootCausePutInput,
  known: TableRows['root_cause'] | null,
): TableRows['root_cause'] {
  const last = Math.max(-1, ...ctx.directory.rootCauses.map(({ position }) => position));
  return {
    code,
    parentCode: groupOf(code),
    nameZh,
    nameEn,
    position: known?.position ?? last + 1,
    archivedAt: archived ? (known?.archivedAt ?? ctx.now()) : null,
  };
}
