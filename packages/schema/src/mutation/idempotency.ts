/** Idempotency keys (api.md, rule 6; docs/SPEC.md, IK1–IK3): the claim of a request, and what came of an earlier one. */
import { createHash } from 'node:crypto';
import type { IdempotencyClaim } from '@redress/domain/actions/context';
import { Kind } from 'graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { SchemaContext } from '../context.ts';
import { badUserInput } from '../top-level-error.ts';

const LONGEST_KEY = 200;

/**
 * The request's claim on its key; null without a key. A key names one change, so the operation must have one root
 * field.
 */
export function claimKey(ctx: SchemaContext, info: GraphQLResolveInfo, input: unknown): IdempotencyClaim | null {
  const key = ctx.idempotencyKey;
  if (key === null) return null;
  if (key.length === 0 || key.length > LONGEST_KEY || /\p{Cc}/u.test(key)) {
    throw badUserInput(`An idempotency key has 1 to ${LONGEST_KEY} characters, none of them a control character.`);
  }
  const { selections } = info.operation.selectionSet;
  if (selections.length !== 1 || selections[0]!.kind !== Kind.FIELD) {
    throw badUserInput('An idempotency key goes with an operation of one root field, written without a fragment.');
  }
  const request = JSON.stringify(canonical({ field: info.fieldName, input }));
  return { key, requestHash: createHash('sha256').update(request).digest('hex') };
}

/** The value with its keys in order and without what is left out, so that equal requests have equal hashes. */
function canonical(value: unknown): unknown {
  if (value instanceof Date || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(canonical);
  const entries = Object.entries(value).filter(([, part]) => part !== undefined && part !== null);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, canonical(part)]));
}
