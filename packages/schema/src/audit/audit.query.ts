/** Reading the audit trail. */
import { listAudit } from '@redress/domain/reads/audit';
import { DEFAULT_PAGE, MAX_PAGE } from '@redress/domain/reads/connection';
import { auditSight } from '@redress/domain/rules/permissions';
import { builder } from '../builder.ts';
import { pageCost } from '../limits.ts';
import { forbidden, reading, requirePrincipal } from '../top-level-error.ts';
import { AuditEntryConnection } from './audit-entry.ts';
import { AuditFilter, readAuditFilter } from './audit-filter.ts';

builder.queryField('audit', (t) =>
  t.field({
    type: AuditEntryConnection,
    description:
      'The audit trail, the newest first: all of it for an AUDITOR, what concerns no complaint for an ADMIN. Everybody else gets FORBIDDEN.',
    args: {
      filter: t.arg({ type: AuditFilter, description: 'Which entries; all when it is left out.' }),
      first: t.arg.int({
        description: `At most so many from the newest on, 0 to ${MAX_PAGE}; ${DEFAULT_PAGE} when neither is given.`,
      }),
      after: t.arg.string({ description: 'Behind this cursor: older than it.' }),
      last: t.arg.int({
        description: `At most so many from the oldest on, 0 to ${MAX_PAGE}; not together with \`first\`.`,
      }),
      before: t.arg.string({ description: 'Before this cursor: newer than it.' }),
    },
    complexity: pageCost(DEFAULT_PAGE),
    resolve: async (_root, { filter, ...page }, ctx) => {
      const sight = auditSight(requirePrincipal(ctx));
      if (sight === null) throw forbidden('The audit trail is read by auditors and administrators.');
      return reading(listAudit(ctx.db, { sight, filter: await readAuditFilter(filter, ctx) }, page));
    },
  }),
);
