/**
 * The board's filter as conditions of a statement. It means what `matchesFilter` means (docs/SPEC.md, FI1–FI3), and
 * answers `text` besides, which only the search index can.
 */
import type { Database } from '@redress/prisma/client';
import type { Filter } from '../rules/filter.ts';
import { queryTokens } from '../rules/search.ts';
import { Params } from './params.ts';

/** A query of one word with a digit may be a complaint's number, or the beginning of one. */
const NUMBER_START = /^(?=.*\d)[A-Z0-9-]{3,}$/;

/**
 * Conditions on `c`, the row of table complaint; they hold together. `viewerId` is the member who asks, null for
 * others, to whom nothing is `mine`. `among`: an SQL array of the only ids that a text is looked for in;
 * `isIndexFirst`: the search index is asked before anything else is.
 */
export function filterConditions(
  filter: Filter,
  viewerId: string | null,
  params: Params,
  among: string | null = null,
  isIndexFirst = false,
): string[] {
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
  if (filter.text !== null) conditions.push(containsText(filter.text, params, among, isIndexFirst));
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

/**
 * Found by its number or the beginning of it, or when the search index holds every token of the query. A query of
 * punctuation alone says nothing, and finds everything.
 *
 * What may be a number names few complaints, which are looked up first: an OR would ask every complaint that there ever
 * was. Words may name very many; there the planner decides from which end to begin.
 */
function containsText(text: string, params: Params, among: string | null, isIndexFirst: boolean): string {
  const found = foundBy(text, params, among);
  if (found === null) return 'true';
  const isOpen = found.length === 1 && !isIndexFirst;
  return isOpen ? `c."id" IN (${found[0]!})` : `c."id" = ANY(ARRAY(${found.join(' UNION ')}))`;
}

/** Whether a text is words alone, of which there may be very many. */
export function isOfWords(text: string): boolean {
  return queryTokens(text).length > 0 && !NUMBER_START.test(numberIn(text));
}

function numberIn(text: string): string {
  return text.normalize('NFKC').trim().toUpperCase();
}

/** Statements for the ids of what the text finds, of all or `among` some, an SQL array; null when it says nothing. */
function foundBy(text: string, params: Params, among: string | null = null): string[] | null {
  const tokens = queryTokens(text);
  if (tokens.length === 0) return null;
  const only = (id: string) => (among === null ? '' : ` AND ${id} = ANY(${among})`);
  const byTokens = `SELECT "complaintId" AS "id" FROM "complaint_search"
    WHERE "tokens" @> ${params.add(tokens, 'text[]')}${only('"complaintId"')}`;
  const number = numberIn(text);
  if (!NUMBER_START.test(number)) return [byTokens];
  const byNumber = `SELECT "id" FROM "complaint" WHERE "number" LIKE ${params.add(`${number}%`, 'text')}${only('"id"')}`;
  return [byTokens, byNumber];
}

/** Which of these complaints the filter's text finds: the search index's answer, asked for events of the stream. */
export async function findByText(db: Database, text: string, complaintIds: readonly string[]): Promise<Set<string>> {
  const params = new Params();
  const found = foundBy(text, params, params.add(complaintIds, 'uuid[]'));
  if (found === null) return new Set(complaintIds);
  const { rows } = await db.pool.query<{ id: string }>(found.join(' UNION ALL '), params.values);
  return new Set(rows.map((row) => row.id));
}
