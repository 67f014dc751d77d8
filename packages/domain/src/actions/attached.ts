/** Files of a complaint that something refers to: the proof of a resolution, the signed record of a visit. */
import type { TableRows } from '../events/tables.ts';
import type { Case } from './case.ts';
import type { ActionContext } from './context.ts';
import { invalid } from './refusal.ts';

type Attachment = TableRows['attachment'];

/**
 * The file of this id, if it is one of the case's and still there; else INVALID_INPUT at `path`. What is read belongs to
 * the case's revision, which guards the change: a file that is removed meanwhile makes the change decide again.
 */
export async function requireAttachment(
  ctx: Pick<ActionContext, 'db'>,
  opened: Pick<Case, 'complaint'>,
  id: string,
  path = 'attachmentId',
): Promise<Attachment> {
  const [row] = await requireAttachments(ctx, opened, [id], path);
  return row!;
}

/** The ids that were named, each once, if all of them are such files: what a proof or an evidence keeps. */
export async function attachedIds(
  ctx: Pick<ActionContext, 'db'>,
  opened: Pick<Case, 'complaint'>,
  ids: readonly string[],
  path: string,
): Promise<string[]> {
  const named = [...new Set(ids)];
  await requireAttachments(ctx, opened, named, path);
  return named;
}

/** The same for several, in the order of their ids. */
export async function requireAttachments(
  { db }: Pick<ActionContext, 'db'>,
  { complaint }: Pick<Case, 'complaint'>,
  ids: readonly string[],
  path = 'attachmentIds',
): Promise<Attachment[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.pool.query<Attachment>({
    name: 'attachments_of_case',
    text: `SELECT * FROM "attachment" WHERE "complaintId" = $1 AND "id" = ANY($2::uuid[]) AND "state" = 'READY'`,
    values: [complaint.id, ids],
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id);
    if (row === undefined) throw invalid(path, 'unknownAttachment');
    return row;
  });
}
