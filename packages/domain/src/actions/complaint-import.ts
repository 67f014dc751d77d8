/** Brings complaints of another system in, in batches: the import's action (docs/SPEC.md, IM2–IM4). */
import { commit } from '../events/commit.ts';
import { positionsBelow, positionsOnTop } from '../rules/ordering.ts';
import { normalisePhone } from '../rules/phone.ts';
import type { Stage } from '../rules/vocabulary.ts';
import * as clocks from './clocks.ts';
import type { ComplaintRegisterInput } from './complaint-register.ts';
import type { ActionContext } from './context.ts';
import type { Draft } from './draft.ts';
import { newComplaint } from './new-complaint.ts';
import { normaliseEmail, reserve } from './registration.ts';
import { takeOn } from './take-on.ts';

export interface ComplaintImportRow extends ComplaintRegisterInput {
  external: { source: string; id: string };
  receivedAt: Date;
  /** Where the complaint stands; anything past RECEIVED needs a department, and was claimed by it. */
  stage: Stage;
  /** When its department took it on, past RECEIVED; null: as it was received (history), else now. */
  claimedAt: Date | null;
  /** When it was closed, for CLOSED; null means when it was received. */
  closedAt: Date | null;
}

export interface ImportOptions {
  /**
   * Clocks are recorded but publish no breach and climb no ladder, and the cards go below what is on the board: the
   * past does not push today's work out of sight.
   */
  history: boolean;
}

/** What became of each row, in their order. */
export type ImportedRow = 'ADDED' | 'KNOWN';

/** In a row, and nobody else won either: something other than a race is refusing the rows. */
const FRUITLESS_TRIES = 5;

/**
 * Adds the rows whose external references are not known yet; safe to repeat, and safe beside others who import the
 * same. Rows must differ in their references. All go into one commit, but for customers who stand in it twice.
 */
export async function complaintImport(
  ctx: ActionContext,
  rows: readonly ComplaintImportRow[],
  options: ImportOptions,
): Promise<ImportedRow[]> {
  const results: ImportedRow[] = rows.map(() => 'KNOWN');
  let fruitless = 0;
  let waiting = await unknown(ctx, rows);
  while (waiting.length > 0) {
    const turn = ofDifferentCustomers(rows, waiting);
    const drafts = await draftAll(
      ctx,
      turn.map(({ row }) => row),
      options,
    );
    const committed = await commit(
      ctx.db,
      drafts.map((draft) => draft.toChange('complaintImport', { complaintId: draft.complaint.id })),
    );
    turn.forEach(({ n }, i) => {
      if (committed[i]?.kind === 'COMMITTED') results[n] = 'ADDED';
    });
    if (turn.length === waiting.length && committed.every(({ kind }) => kind === 'COMMITTED')) break;
    const left = await unknown(ctx, rows);
    fruitless = left.length < waiting.length ? 0 : fruitless + 1;
    if (fruitless === FRUITLESS_TRIES) throw new Error(`complaintImport: ${JSON.stringify(committed)}`);
    waiting = left;
  }
  return results;
}

interface Waiting {
  n: number;
  row: ComplaintImportRow;
}

/** The rows whose references no complaint has. */
async function unknown(ctx: ActionContext, rows: readonly ComplaintImportRow[]): Promise<Waiting[]> {
  const { rows: known } = await ctx.db.pool.query<{ source: string; id: string }>({
    name: 'import_known',
    text: `SELECT "externalSource" AS "source", "externalId" AS "id" FROM "complaint"
      WHERE ("externalSource", "externalId") IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
    values: [rows.map((row) => row.external.source), rows.map((row) => row.external.id)],
  });
  const names = new Set(known.map((row) => JSON.stringify([row.source, row.id])));
  return rows.flatMap((row, n) =>
    names.has(JSON.stringify([row.external.source, row.external.id])) ? [] : [{ n, row }],
  );
}

/** A customer's first row goes now, the next ones when it is there to be found: nobody becomes two customers. */
function ofDifferentCustomers(rows: readonly ComplaintImportRow[], waiting: readonly Waiting[]): Waiting[] {
  if (rows.every(({ customer }) => !customer?.phone && !customer?.email)) return [...waiting];
  const taken = new Set<string>();
  return waiting.filter(({ row: { customer } }) => {
    const names = [normalisePhone(customer?.phone ?? null), normaliseEmail(customer?.email ?? null)].filter(
      (name) => name !== null,
    );
    const isFirst = names.every((name) => !taken.has(name));
    for (const name of names) taken.add(name);
    return isFirst;
  });
}

async function draftAll(
  ctx: ActionContext,
  rows: readonly ComplaintImportRow[],
  { history }: ImportOptions,
): Promise<Draft[]> {
  const reserved = await reserve(
    ctx,
    rows.map((row) => row.customer),
  );
  const places = await placesFor(
    ctx,
    rows.map((row) => row.stage),
    history,
  );
  return reserved.map((names, i) => {
    const row = rows[i]!;
    const { draft } = newComplaint(ctx, row, { ...names, position: places[i]! }, history);
    if (history && draft.complaint.routedAt !== null) draft.complaint.routedAt = row.receivedAt;
    if (row.stage !== 'RECEIVED') putInStage(draft, row);
    return draft;
  });
}

/**
 * A position for each complaint in the column of its stage. History goes below what is there, in the order of the rows;
 * others go on top, as if they were registered one after another. So the size of a batch makes no difference.
 */
async function placesFor(ctx: ActionContext, stages: readonly Stage[], history: boolean): Promise<string[]> {
  const { rows } = await ctx.db.pool.query<{ stage: Stage; first: string | null; last: string | null }>({
    name: 'import_places',
    text: `SELECT s."stage", (SELECT min("position") FROM "complaint" c WHERE c."stage" = s."stage") AS "first",
        (SELECT max("position") FROM "complaint" c WHERE c."stage" = s."stage") AS "last"
      FROM unnest($1::"Stage"[]) AS s("stage")`,
    values: [[...new Set(stages)]],
  });
  const places = new Map(
    rows.map(({ stage, first, last }) => {
      const count = stages.filter((wanted) => wanted === stage).length;
      const onTop = () => positionsOnTop(first, count, Math.random()).reverse();
      return [stage, history ? positionsBelow(last, count, Math.random()) : onTop()];
    }),
  );
  return stages.map((stage) => places.get(stage)!.shift()!);
}

/** Puts the new complaint where it stands in the other system. */
function putInStage(draft: Draft, row: ComplaintImportRow): void {
  const { complaint } = draft;
  if (complaint.departmentId === null)
    throw new Error(`an imported complaint past ${complaint.stage} needs a department`);
  const claimId = takeOn(
    draft,
    complaint.departmentId,
    null,
    row.claimedAt ?? (complaint.history ? row.receivedAt : draft.at),
  );
  draft.emit({
    type: 'ComplaintClaimed',
    payload: { departmentId: complaint.departmentId, memberId: complaint.claimedById, claimId },
  });
  const doneAt = row.closedAt ?? row.receivedAt;
  complaint.stage = row.stage;
  complaint.stageSince = row.closedAt ?? row.claimedAt ?? row.receivedAt;
  if (row.stage === 'FOLLOWING_UP' || row.stage === 'CLOSED') clocks.meet(draft, 'RESOLUTION', doneAt);
  if (row.stage === 'CLOSED') {
    complaint.closedAt = doneAt;
    clocks.end(draft, undefined, undefined, doneAt);
  }
  const move = { fromStage: 'RECEIVED', toStage: row.stage, override: false, reopenedRound: null } as const;
  draft.emit({ type: 'ComplaintMoved', payload: { ...move, waived: [] } });
}
