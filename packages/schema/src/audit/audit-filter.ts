/** The filter of the audit trail, as it comes in. */
import type { AuditFilter as AuditFilterFacts } from '@redress/domain/reads/audit-view';
import { builder } from '../builder.ts';
import { ComplaintBy, complaintIdOf } from '../complaint/complaint-by.ts';
import type { SchemaContext } from '../context.ts';
import { decodeIdOf } from '../ids.ts';
import { storable } from '../storable.ts';
import { AuditViaEnum } from './vocabulary.ts';

export const AuditFilter = builder.inputType('AuditFilter', {
  description: 'Which entries are meant. All given conditions hold together; what is left out or null is no condition.',
  fields: (t) => ({
    actorId: t.id({ description: 'Done by this member or integration.' }),
    action: t.string({ description: 'This action, e.g. `complaintMove`.' }),
    complaint: t.field({ type: ComplaintBy, description: 'About this complaint.' }),
    departmentCode: t.string({
      description: 'About complaints that this department handled before or after the change.',
    }),
    via: t.field({ type: AuditViaEnum, description: 'From there.' }),
    from: t.field({ type: 'DateTime', description: 'At this moment or after it.' }),
    before: t.field({ type: 'DateTime', description: 'Before this moment.' }),
  }),
});

export type AuditFilterInput = typeof AuditFilter.$inferInput;

/** No row has this id: a condition on something unknown is met by nothing. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The filter in the domain's terms. */
export async function readAuditFilter(
  input: AuditFilterInput | null | undefined,
  ctx: Pick<SchemaContext, 'db' | 'directory'>,
): Promise<AuditFilterFacts> {
  const { actorId, action, complaint, departmentCode, via, from, before } = input ?? {};
  return {
    actorId: actorId ? (decodeIdOf('Member', actorId) ?? decodeIdOf('Integration', actorId) ?? NOBODY) : null,
    action: action ? storable(action) : null,
    complaintId: complaint ? ((await complaintIdOf(complaint, ctx)) ?? NOBODY) : null,
    departmentId: departmentCode ? (ctx.directory.departmentByCode(departmentCode)?.id ?? NOBODY) : null,
    via: via ?? null,
    from: from ?? null,
    before: before ?? null,
  };
}
