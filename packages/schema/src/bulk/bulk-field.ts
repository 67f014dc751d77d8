/**
 * One action for many complaints (docs/SPEC.md, BU1–BU3): each is run as if it had been asked for alone, with its own
 * result, so that what stands against one touches no other.
 */
import type { InputFieldBuilder, InputFieldMap } from '@pothos/core';
import { isUsedOtherwise, partKey } from '@redress/domain/reads/repeated';
import { builder } from '../builder.ts';
import type { Types } from '../connection.ts';
import type { SchemaContext } from '../context.ts';
import { errorOf, invalidInput } from '../error/from-refusal.ts';
import { resultUnion } from '../error/result-union.ts';
import type { AnyUserError } from '../error/user-error.ts';
import type { ActionPart, ResultSource } from '../mutation/action-field.ts';
import { claimKey } from '../mutation/idempotency.ts';
import { requirePrincipal } from '../top-level-error.ts';

const MAX_CARDS = 100;

interface CardResult {
  id: string;
  result: ResultSource;
}

interface BulkPayload {
  __typename: string;
  results: CardResult[];
}

export interface BulkField<Input> {
  /** The mutation's name; its types are named after it. */
  name: string;
  description: string;
  /** The mutation of one complaint. */
  single: ActionPart;
  input: { description: string; fields: (t: InputFieldBuilder<Types, 'InputObject'>) => InputFieldMap };
  /** What the mutation of one complaint is asked, as a client would send it. */
  each: (id: string, input: Input) => Record<string, unknown>;
}

/** Defines the mutation field that runs `single` for each of `ids`. */
export function bulkField<Input extends { ids: string[] }>(field: BulkField<Input>): void {
  const name = field.name.charAt(0).toUpperCase() + field.name.slice(1);
  const input = builder.inputType(`${name}Input`, {
    description: field.input.description,
    fields: (t) => ({
      ids: t.idList({ required: true, description: `The complaints, 1 to ${MAX_CARDS}; each is taken once.` }),
      ...field.input.fields(t),
    }),
  });
  const card = builder.objectRef<CardResult>(`${name}CardResult`).implement({
    description: `What came of \`${field.name}\` for one complaint.`,
    fields: (t) => ({
      id: t.exposeID('id', { description: 'The complaint, as it was named.' }),
      result: t.field({
        type: field.single.result,
        description: 'The result of the mutation of one complaint.',
        resolve: ({ result }) => result,
      }),
    }),
  });
  const payload = builder.objectRef<BulkPayload>(`${name}Payload`).implement({
    description: `What came of \`${field.name}\`: it succeeded for some, and may have been refused for others.`,
    fields: (t) => ({
      results: t.expose('results', { type: [card], description: 'One for each complaint, in the order of `ids`.' }),
    }),
  });
  const result = resultUnion(field.name, payload, ['InvalidInputError', 'IdempotencyConflictError']);
  builder.mutationField(field.name, (t) =>
    t.field({
      type: result,
      description: field.description,
      args: { input: t.arg({ type: input, required: true, description: 'What is asked.' }) },
      complexity: (args) => ({ field: 1, multiplier: (args.input as Input).ids.length }),
      resolve: async (_root, args, ctx, info) => {
        const asked = args.input as Input;
        const claim = claimKey(ctx, info, asked);
        const found = await run(field, ctx, asked, claim);
        return Array.isArray(found) ? { __typename: payload.name, results: found } : found;
      },
    }),
  );
}

async function run<Input extends { ids: string[] }>(
  { single, each }: BulkField<Input>,
  ctx: SchemaContext,
  input: Input,
  claim: ReturnType<typeof claimKey>,
): Promise<CardResult[] | AnyUserError> {
  const ids = [...new Set(input.ids)];
  if (ids.length === 0 || ids.length > MAX_CARDS) {
    return invalidInput([{ path: ['ids'], key: 'bulkSize', values: { max: MAX_CARDS } }], ctx);
  }
  if (claim !== null && (await isUsedOtherwise(ctx.db, requirePrincipal(ctx), claim))) {
    return errorOf({ code: 'IDEMPOTENCY_CONFLICT' }, ctx);
  }
  const results: CardResult[] = [];
  // One after the other: they would only wait for each other's numbers in the log.
  for (const id of ids) {
    const part = claim && { ...claim, key: partKey(claim.key, id) };
    results.push({ id, result: await single.run(ctx, each(id, input), part) });
  }
  return results;
}
