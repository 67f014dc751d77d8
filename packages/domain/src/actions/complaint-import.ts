/** Brings complaints of another system in, in batches: the import's action (docs/SPEC.md, IM1–IM6). */
import { commit } from '../events/commit.ts';
import { positionsOnTop } from '../rules/ordering.ts';
import type { Stage } from '../rules/vocabulary.ts';
import * as clocks from './clocks.ts';
import type { ComplaintRegisterInput } from './complaint-register.ts';
import type { ActionContext } from './context.ts';
import type { Draft } from './draft.ts';
import { newComplaint } from './new-complaint.ts';
import { reserve } from './registration.ts';
import { takeOn } from './take-on.ts';

export interface ComplaintImportRow extends ComplaintRegisterInput {
  external: { source: string; id: string };
  receivedAt: Date;
  /** Where the complaint stands; anything past RECEIVED needs a department, and was claimed by it. */
  stage: Stage;
  /** When it was closed, for CLOSED; null means when it was received. */
  closedAt: Date | null;
}

export interface ImportOptions {
  /** Clocks are recorded but publish no breach and climb no ladder. */
  history: boolean;
}

/** What became of each row, in their order. */
export type ImportedRow = 'ADDED' | 'KNOWN';

/** Adds the rows whose external references are not known yet, in one commit. Rows must differ in their references. */
export async function complaintImport(
  ctx: ActionContext,
  rows: readonly ComplaintImportRow[],
  options: ImportOptions,
): Promise<ImportedRow[]> {
  const results: ImportedRow[] = rows.map(() => 'KNOWN');
  for (let waiting = await unknown(ctx, rows); waiting.length > 0; waiting = await unknown(ctx, rows)) {
    const drafts = await draftAll(ctx, waiting.map((n) => rows[n]!), options);
    const committed = await commit(
      ctx.db,
      drafts.map((draft) => draft.toChange('complaintImport', { complaintId: draft.complaint.id })),
    );
    committed.forEach((result, i) => {
      if (result.kind === 'COMMITTED') results[waiting[i]!] = 'ADDED';
    });
    if (committed.every((result) => result.kind === 'COMMITTED')) break;
  }
  return results;
}

/** The places of the rows whose references no complaint has. */
async function unknown(ctx: ActionContext, rows: readonly ComplaintImportRow[]): Promise<number[]> {
  const { rows: known } = await ctx.db.pool.query<{ source: string; id: string }>({
    name: 'import_known',
    text: `SELECT "externalSource" AS "source", "externalId" AS "id" FROM "complaint"
      WHERE ("externalSource", "externalId") IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
    values: [rows.map((row) => row.external.source), rows.map((row) => row.external.id)],
  });
  const names = new Set(known.map((row) => JSON.stringify([row.source, row.id])));
  return rows.flatMap(({ external }, n) => (names.has(JSON.stringify([external.source, external.id])) ? [] : [n]));
}

async function draftAll(
  ctx: ActionContext,
  rows: readonly ComplaintImportRow[],
  { history }: ImportOptions,
): Promise<Draft[]> {
  const reserved = await reserve(ctx, rows.map((row) => row.customer));
  const stages = [...new Set(rows.map((row) => row.stage))].filter((stage) => stage !== 'RECEIVED');
  const tops = new Map<Stage, string[]>();
  for (const stage of stages) {
    const { rows: first } = await ctx.db.pool.query<{ first: string | null }>({
      name: 'import_top',
      text: 'SELECT min("position") AS "first" FROM "complaint" WHERE "stage" = $1::"Stage"',
      values: [stage],
    });
    tops.set(stage, positionsOnTop(first[0]?.first ?? null, rows.length, Math.random()));
  }
  return rows.map((row, i) => {
    const { draft } = newComplaint(ctx, row, reserved[i]!, history);
    const position = tops.get(row.stage)?.[i];
    if (position !== undefined) putInStage(draft, row, position);
    return draft;
  });
}

/** Puts the new complaint where it stands in the other system. */
function putInStage(draft: Draft, row: ComplaintImportRow, position: string): void {
  const { complaint } = draft;
  if (complaint.departmentId === null) throw new Error(`an imported complaint past RECEIVED needs a department`);
  const claimId = takeOn(draft, complaint.departmentId, null);
  draft.emit({
    type: 'ComplaintClaimed',
    payload: { departmentId: complaint.departmentId, memberId: complaint.claimedById, claimId },
  });
  complaint.stage = row.stage;
  complaint.position = position;
  complaint.stageSince = row.closedAt ?? row.receivedAt;
  if (row.stage === 'FOLLOWING_UP' || row.stage === 'CLOSED') clocks.meet(draft, 'RESOLUTION', row.closedAt ?? row.receivedAt);
  if (row.stage === 'CLOSED') {
    complaint.closedAt = row.closedAt ?? row.receivedAt;
    clocks.end(draft);
  }
  const move = { fromStage: 'RECEIVED', toStage: row.stage, override: false, waived: [], reopenedRound: null } as const;
  draft.emit({ type: 'ComplaintMoved', payload: { ...move, waived: [] } });
}
