/** Visibility as a condition of a statement (docs/SPEC.md, VIS1–VIS4): what is out of sight is never even read. */
import type { Scope } from '../rules/principal.ts';
import type { Params } from './params.ts';

/** A condition on the complaint's id that holds for what the scope may see. `id` is an SQL expression. */
export function visibleTo(scope: Scope, id: string, params: Params): string {
  if (scope.seesAll) return 'true';
  if (scope.grantees.length === 0) return 'false';
  return `EXISTS (SELECT 1 FROM "complaint_access" AS "seen" WHERE "seen"."complaintId" = ${id}
    AND "seen"."until" IS NULL AND "seen"."granteeId" = ANY(${params.add(scope.grantees, 'uuid[]')}))`;
}
