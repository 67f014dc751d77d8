/** How one complaint is named in an input. */
import { findComplaintId } from '@redress/domain/reads/complaints';
import { builder } from '../builder.ts';
import type { SchemaContext } from '../context.ts';
import { decodeIdOf } from '../ids.ts';
import { storable } from '../storable.ts';
import { ExternalReferenceInput } from './external-reference.ts';

export const ComplaintBy = builder.inputType('ComplaintBy', {
  description: 'One name of a complaint.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'Its global id.' }),
    number: t.string({ description: 'Its number.' }),
    external: t.field({ type: ExternalReferenceInput, description: 'Its name in another system.' }),
  }),
});

/** The row's id of what is named; null when there is no such complaint. It says nothing of who may see it. */
export async function complaintIdOf(
  by: typeof ComplaintBy.$inferInput,
  { db }: Pick<SchemaContext, 'db'>,
): Promise<string | null> {
  if (by.id != null) return decodeIdOf('Complaint', by.id);
  if (by.number != null) return findComplaintId(db, { number: storable(by.number).trim().toUpperCase() });
  if (by.external == null) return null;
  const { source, id } = by.external;
  return findComplaintId(db, { external: { source: storable(source).trim(), id: storable(id).trim() } });
}
