/** A mutation that concerns no complaint: parse, call, map, as action-field.ts does it for complaints. */
import type { FieldMap, InputFieldBuilder, InputFieldMap, ObjectFieldBuilder } from '@pothos/core';
import type { ActionContext } from '@redress/domain/actions/context';
import type { SettingsResult } from '@redress/domain/actions/policy-set';
import type { InputIssue } from '@redress/domain/actions/refusal';
import { findFirstUse } from '@redress/domain/reads/repeated';
import type { z } from 'zod';
import { builder } from '../builder.ts';
import type { Types } from '../connection.ts';
import type { SchemaContext } from '../context.ts';
import { errorOf, invalidInput } from '../error/from-refusal.ts';
import { resultUnion } from '../error/result-union.ts';
import type { AnyUserError } from '../error/user-error.ts';
import { requirePrincipal } from '../top-level-error.ts';
import { claimKey } from './idempotency.ts';
import { issuesOf } from './input.ts';

type SettingsOutcome = Extract<SettingsResult, { ok: true }>['outcome'];

export interface SettingsPayload {
  __typename: string;
  outcome: SettingsOutcome;
}

export interface SettingsField<Input> {
  /** The mutation's name; its types are named after it. */
  name: string;
  description: string;
  input: { description: string; fields: (t: InputFieldBuilder<Types, 'InputObject'>) => InputFieldMap };
  parse: z.ZodType<Input>;
  /** `request`: what an action needs of the process around it. */
  action: (ctx: ActionContext, input: Input, request: SchemaContext) => Promise<SettingsResult>;
  /** An issue of the action at the field of the input where it is; as it is when left out. */
  issueAt?: (issue: InputIssue, input: Input) => InputIssue;
  /** Errors besides an invalid input, a key that was used before, and who may not. */
  errors: readonly AnyUserError['__typename'][];
  payload: (t: ObjectFieldBuilder<Types, SettingsPayload>) => FieldMap;
}

/** Defines the mutation field of an action on settings. */
export function settingsField<Input>(field: SettingsField<Input>): void {
  const name = field.name.charAt(0).toUpperCase() + field.name.slice(1);
  const payloadName = `${name}Payload`;
  const payload = builder.objectRef<SettingsPayload>(payloadName).implement({
    description: `What \`${field.name}\` changed.`,
    fields: (t) => ({
      ...field.payload(t),
      cursor: t.field({
        type: 'EventCursor',
        description: 'The cursor of the change.',
        resolve: ({ outcome }) => outcome.cursor,
      }),
    }),
  });
  const result = resultUnion(field.name, payload, [
    ...field.errors,
    'ForbiddenError',
    'InvalidInputError',
    'IdempotencyConflictError',
  ]);
  const input = builder.inputType(`${name}Input`, field.input);
  builder.mutationField(field.name, (t) =>
    t.field({
      type: result,
      description: field.description,
      args: { input: t.arg({ type: input, required: true, description: 'What is asked.' }) },
      resolve: async (_root, args, ctx, info) => {
        const principal = requirePrincipal(ctx);
        const idempotency = claimKey(ctx, info, args.input);
        const parsed = field.parse.safeParse(args.input);
        if (!parsed.success) return invalidInput(issuesOf(parsed.error), ctx);
        const first = idempotency && (await findFirstUse(ctx.db, principal, idempotency.key));
        if (first && first.requestHash !== idempotency.requestHash) {
          return errorOf({ code: 'IDEMPOTENCY_CONFLICT' }, ctx);
        }
        if (first) return { __typename: payloadName, outcome: first.outcome };
        const { db, origin, now, directory } = ctx;
        const done = await field.action({ db, principal, origin, now, directory, idempotency }, parsed.data, ctx);
        if (done.ok) {
          ctx.setReadYourWrites(done.outcome.cursor);
          return { __typename: payloadName, outcome: done.outcome };
        }
        // What stands against it may be what this very request has brought about, sent twice and running beside itself.
        const beside = idempotency && (await findFirstUse(ctx.db, principal, idempotency.key));
        if (beside && beside.requestHash === idempotency.requestHash) {
          return { __typename: payloadName, outcome: beside.outcome };
        }
        const { refusal } = done;
        if (refusal.code !== 'INVALID_INPUT') return errorOf(refusal, ctx);
        const at = (issue: InputIssue) => field.issueAt?.(issue, parsed.data) ?? issue;
        return invalidInput(refusal.issues.map(at), ctx);
      },
    }),
  );
}
