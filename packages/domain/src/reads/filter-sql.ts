/**
 * The board's filter as conditions of a statement. It means what `matchesFilter` means (docs/SPEC.md, FI1–FI3), and
 * answers `text` besides, which only the search index can.
 */
import type { Filter } from '../rules/filter.ts';
import type { Params } from './params.ts';
import { containsText } from './text-sql.ts';

/**
 * Conditions on `c`, the row of table complaint; they hold together. `viewerId` is the member who asks, null for
 * others, to whom nothing is `mine`.
 */
export function filterConditions(filter: Filter, viewerId: string | null, params: Params): string[] {
  const conditions: string[] = [];
  const oneOf = (column: string, values: readonly string[] | null, type: string) => {
    if (values !== null) conditions.push(`c.${column} = ANY(${params.add(values, `${type}[]`)})`);
  };
  const is = (wanted: boolean | null, condition: string) => {
    if (wanted !== null) conditions.push(wanted ? `(${condition})` : `(${condition}) IS NOT TRUE`);
  };
  oneOf('"stage"', filter.stages, '"Stage"');
  oneOf('"severity"', filter.severities, '"Severity"');
  oneOf('"channel"', filter.channels, '"Channel"');
  oneOf('"departmentId"', filter.departmentIds, 'uuid');
  if (filter.categoryCodes !== null) conditions.push(inCategories(filter.categoryCodes, params));
  if (filter.assigneeId !== null) conditions.push(`c."assigneeId" = ${params.add(filter.assigneeId, 'uuid')}`);
  if (filter.mine !== null) is(filter.mine, viewerId === null ? 'false' : ownedBy(params.add(viewerId, 'uuid')));
  is(filter.unclaimed, 'c."claimedAt" IS NULL');
  is(filter.breached, 'c."isBreached"');
  is(filter.pendingHandoff, 'c."pendingHandoffId" IS NOT NULL');
  is(filter.contested, 'c."contestedAt" IS NOT NULL');
  is(filter.escalated, 'c."escalationLevel" > 0');
  is(filter.onHold, 'c."heldUntil" IS NOT NULL');
  is(filter.regulator, 'c."isRegulator"');
  if (filter.receivedFrom !== null)
    conditions.push(`c."receivedAt" >= ${params.add(filter.receivedFrom, 'timestamptz')}`);
  if (filter.receivedBefore !== null)
    conditions.push(`c."receivedAt" < ${params.add(filter.receivedBefore, 'timestamptz')}`);
  if (filter.text !== null) conditions.push(containsText(filter.text, params));
  return conditions;
}

function ownedBy(member: string): string {
  return `c."assigneeId" = ${member} OR c."processOwnerId" = ${member}`;
}

/** A category means itself and everything below it. */
function inCategories(codes: readonly string[], params: Params): string {
  const wanted = params.add(codes, 'text[]');
  return `EXISTS (SELECT 1 FROM unnest(${wanted}) AS "wanted"("code")
    WHERE c."categoryCode" = "wanted"."code" OR starts_with(c."categoryCode", "wanted"."code" || '.'))`;
}
