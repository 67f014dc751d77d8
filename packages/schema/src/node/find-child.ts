/** Finds what belongs to a complaint by its own id, for callers who have not come by the complaint. */
import type { SchemaContext } from '../context.ts';

/** The row, if the caller may see its complaint. */
export async function findChild<T extends { complaintId: string }>(
  ctx: SchemaContext,
  loader: { load(id: string): Promise<T | null> },
  id: string,
): Promise<T | null> {
  const row = await loader.load(id);
  if (row === null) return null;
  return (await ctx.loaders.complaint.load(row.complaintId)) === null ? null : row;
}
