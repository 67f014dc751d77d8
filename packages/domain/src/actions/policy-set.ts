/** An administrator changes a policy, or takes it back to the product's default (docs/SPEC.md, PO1–PO5). */
import { uuidv7 } from 'uuidv7';
import { insert } from '../events/change.ts';
import type { TableRows } from '../events/tables.ts';
import type { AuditAction } from '../rules/audit-actions.ts';
import { mayKeepSettings } from '../rules/permissions.ts';
import { defaultOf } from '../rules/policies.ts';
import type { PolicyKind } from '../rules/policies.ts';
import type { ActionContext } from './context.ts';
import { checkPolicy } from './policy-check.ts';
import { ATTEMPTS } from './races.ts';
import { Refusal } from './refusal.ts';
import type { RefusalData } from './refusal.ts';
import { tryChangeSettings } from './settings-change.ts';

/** What a change of settings came to: ids for rendering the payload. */
export type SettingsResult =
  | {
      ok: true;
      outcome: {
        cursor: string;
        policyId?: string;
        departmentId?: string;
        channelId?: string;
        rootCauseCode?: string;
        exportId?: string;
        meetingId?: string;
        seriesId?: string;
        savedViewId?: string;
      };
    }
  | { ok: false; refusal: RefusalData };

export interface PolicySetInput {
  kind: PolicyKind;
  key: string;
  value: unknown;
  reason: string;
  /** The version that the administrator saw; 0 when there was none; null: any. */
  expectedVersion: number | null;
}

/** Writes a new version of the policy. */
export function policySet(ctx: ActionContext, { value, ...input }: PolicySetInput): Promise<SettingsResult> {
  return write(ctx, 'policySet', input, () => {
    const checked = checkPolicy(ctx.directory, input.kind, input.key, value, ctx.now());
    if (!checked.ok) throw new Refusal({ code: 'INVALID_INPUT', issues: checked.issues });
    return { origin: 'ADMIN', value: checked.value };
  });
}

/** Writes the product's default, or that there is nothing, as the newest version; upgrades renew it again. */
export function policyReset(ctx: ActionContext, input: Omit<PolicySetInput, 'value'>): Promise<SettingsResult> {
  return write(ctx, 'policyReset', input, () => {
    const value = defaultOf(input.kind, input.key);
    if (value !== null && ctx.directory.policy(input.kind, input.key) !== null) return { origin: 'DEFAULT', value };
    throw new Refusal({ code: 'INVALID_INPUT', issues: [{ path: ['key'], key: 'noDefaultPolicy' }] });
  });
}

type Written = Pick<TableRows['policy'], 'origin'> & { value: unknown };

async function write(
  ctx: ActionContext,
  action: AuditAction,
  { kind, key, reason, expectedVersion }: Omit<PolicySetInput, 'value'>,
  decide: () => Written,
): Promise<SettingsResult> {
  try {
    if (!mayKeepSettings(ctx.principal)) throw new Refusal({ code: 'FORBIDDEN', action: 'settings' });
    for (let round = 0; round < ATTEMPTS; round++) {
      const known = ctx.directory.policy(kind, key);
      const { origin, value } = decide();
      if (expectedVersion !== null && expectedVersion !== (known?.version ?? 0)) {
        throw new Refusal({ code: 'STALE_POLICY', policyId: known?.id ?? null });
      }
      const version = (known?.version ?? 0) + 1;
      const id = uuidv7();
      const row: TableRows['policy'] = {
        id,
        kind,
        key,
        version,
        origin,
        value: value as TableRows['policy']['value'],
        validFrom: ctx.now(),
        createdById: ctx.principal.kind === 'MEMBER' ? ctx.principal.id : null,
        reason,
      };
      const result = await tryChangeSettings(ctx, action, {
        rows: [insert('policy', row)],
        events: [{ type: 'DirectoryChanged', payload: { what: 'POLICY', ids: [id] } }],
        resultIds: { policyId: id },
      });
      await ctx.directory.reload();
      if (result.kind === 'COMMITTED') return { ok: true, outcome: { policyId: id, cursor: result.cursor } };
      if (result.kind === 'CONFLICT' && result.constraint === 'idempotency_pkey') {
        throw new Refusal({ code: 'IDEMPOTENCY_CONFLICT' });
      }
      if (result.kind === 'CONFLICT' && result.constraint !== 'policy_kind_key_version_key') {
        throw new Error(`${action}: unexpected conflict ${result.constraint}`);
      }
    }
    throw new Error(`${action}: lost ${ATTEMPTS} races in a row`);
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refusal: error.data };
    throw error;
  }
}
