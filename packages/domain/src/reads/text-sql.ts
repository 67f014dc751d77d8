/**
 * A filter's text as parts of statements: found by its number or the beginning of it, or when the search index holds
 * every token of the text (docs/SPEC.md, SR1). A text of punctuation alone says nothing, and finds everything.
 */
import type { Database } from '@redress/prisma/client';
import { queryTokens } from '../rules/search.ts';
import { Params } from './params.ts';

/** A query of one word with a digit may be a complaint's number, or the beginning of one. */
const NUMBER_START = /^(?=.*\d)[A-Z0-9-]{3,}$/;
/** As many digits as a number has: the index of numbers names one complaint, or a few beyond the millionth of a year. */
const WHOLE_NUMBER = /^C-\d{4}-\d{6,}$/;

interface Wanted {
  /** All of which the search index must hold. */
  tokens: string[];
  /** The beginning of a number that the text may be; null for words. */
  number: string | null;
}

/** Null when the text says nothing. */
function wantedBy(text: string): Wanted | null {
  const tokens = queryTokens(text);
  const number = text.normalize('NFKC').trim().toUpperCase();
  return tokens.length === 0 ? null : { tokens, number: NUMBER_START.test(number) ? number : null };
}

/** Whether a text looks for anything. */
export function saysSomething(text: string): boolean {
  return wantedBy(text) !== null;
}

/** Whether a text may be found in very many complaints; a whole number is not. */
export function mayFindMany(text: string): boolean {
  const wanted = wantedBy(text);
  return wanted !== null && !(wanted.number !== null && WHOLE_NUMBER.test(wanted.number));
}

/**
 * As a condition on `c`, the row of table complaint.
 *
 * What may be a number names few complaints, which are looked up first: an OR would ask every complaint that there ever
 * was. Words may name very many; there the planner decides from which end to begin.
 */
export function containsText(text: string, params: Params): string {
  const found = foundBy(text, params, null);
  if (found === null) return 'true';
  return found.length === 1 ? `c."id" IN (${found[0]!})` : `c."id" = ANY(ARRAY(${found.join(' UNION ')}))`;
}

/** As a condition on `c` and `s`, its row of the search index, which may be missing. */
export function containsTextHere(text: string, params: Params): string {
  const wanted = wantedBy(text);
  if (wanted === null) return 'true';
  const byTokens = `s."tokens" @> ${params.add(wanted.tokens, 'text[]')}`;
  if (wanted.number === null) return byTokens;
  return `(${byTokens} OR c."number" LIKE ${params.add(`${wanted.number}%`, 'text')})`;
}

/** As a statement for the ids of all that it finds, each once. The text must say something. */
export function idsOfText(text: string, params: Params): string {
  return foundBy(text, params, null)!.join(' UNION ');
}

/** Statements for the ids of what the text finds, of all or `among` some, an SQL array; null when it says nothing. */
function foundBy(text: string, params: Params, among: string | null): string[] | null {
  const wanted = wantedBy(text);
  if (wanted === null) return null;
  const only = (id: string) => (among === null ? '' : ` AND ${id} = ANY(${among})`);
  const byTokens = `SELECT "complaintId" AS "id" FROM "complaint_search"
    WHERE "tokens" @> ${params.add(wanted.tokens, 'text[]')}${only('"complaintId"')}`;
  if (wanted.number === null) return [byTokens];
  const start = params.add(`${wanted.number}%`, 'text');
  return [byTokens, `SELECT "id" FROM "complaint" WHERE "number" LIKE ${start}${only('"id"')}`];
}

/** Which of these complaints the filter's text finds: the search index's answer, asked for events of the stream. */
export async function findByText(db: Database, text: string, complaintIds: readonly string[]): Promise<Set<string>> {
  const params = new Params();
  const found = foundBy(text, params, params.add(complaintIds, 'uuid[]'));
  if (found === null) return new Set(complaintIds);
  const { rows } = await db.pool.query<{ id: string }>(found.join(' UNION ALL '), params.values);
  return new Set(rows.map((row) => row.id));
}
