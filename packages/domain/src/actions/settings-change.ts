/** Changes that concern no complaint: settings, members, sessions, tokens. They are rows of the same stream. */
import { uuidv7 } from 'uuidv7';
import { commit } from '../events/commit.ts';
import type { CommitResult } from '../events/commit.ts';
import type { RowWrite } from '../events/change.ts';
import type { EventDraft } from '../events/types.ts';
import type { AuditAction } from '../rules/audit-actions.ts';
import { auditOf } from './audit.ts';
import { rowsDiff } from './change-diff.ts';
import type { ActionContext } from './context.ts';
import { idempotencyOf } from './draft.ts';
import { settingsBefore } from './settings-before.ts';

/** Writes rows and events that stand outside any complaint; gives the cursor. Throws on a constraint: it is a bug. */
export async function changeSettings(
  ctx: ActionContext,
  action: AuditAction,
  rows: RowWrite[],
  events: EventDraft[],
): Promise<string> {
  const result = await tryChangeSettings(ctx, action, { rows, events, resultIds: null });
  if (result.kind !== 'COMMITTED') throw new Error(`${action}: ${JSON.stringify(result)}`);
  return result.cursor;
}

export interface SettingsWrite {
  /** The change's id, where its rows name it; a new one when it is left out. */
  id?: string;
  /** The time of the change, where its rows name it; else now. */
  at?: Date;
  rows: RowWrite[];
  events: EventDraft[];
  /** What a retry with the same idempotency key is answered from; null when the change takes no key. */
  resultIds: Record<string, string> | null;
}

/** The same for changes that somebody else may have been faster with: a constraint is an answer. */
export async function tryChangeSettings(
  ctx: ActionContext,
  action: AuditAction,
  { id, at, rows, events, resultIds }: SettingsWrite,
): Promise<CommitResult> {
  const nowhere = { complaintId: null, round: null, before: null, after: null, accessBefore: [], accessAfter: [] };
  const diff = rowsDiff(rows, await settingsBefore(ctx.db, rows));
  const [result] = await commit(ctx.db, [
    {
      id: id ?? uuidv7(),
      at: at ?? ctx.now(),
      guards: [],
      rows,
      audit: auditOf(ctx, action, [], diff),
      events: events.map((event) => ({ ...event, ...nowhere })),
      idempotency: resultIds && idempotencyOf(ctx, action, resultIds),
    },
  ]);
  return result!;
}
