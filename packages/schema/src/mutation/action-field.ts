/**
 * A mutation is an action of the domain under a name: parse, call, map (docs/SPEC.md, API1–API4). This makes its input,
 * payload and result types and its resolver, so that the file of a mutation says only what is its own.
 */
import type { FieldMap, InputFieldBuilder, InputFieldMap, ObjectFieldBuilder } from '@pothos/core';
import type { ActionContext, ActionResult, Outcome } from '@redress/domain/actions/context';
import type { RefusalData } from '@redress/domain/actions/refusal';
import { parseCursor } from '@redress/domain/events/cursor';
import { findOwnChange } from '@redress/domain/reads/own-change';
import { findFirstUse } from '@redress/domain/reads/repeated';
import type { Principal } from '@redress/domain/rules/principal';
import type { z } from 'zod';
import { builder } from '../builder.ts';
import type { Types } from '../connection.ts';
import type { SchemaContext, ThrottleRule } from '../context.ts';
import { complaintActedOn, errorOf, forbidden, invalidInput, rateLimitedError } from '../error/from-refusal.ts';
import { resultUnion } from '../error/result-union.ts';
import type { AnyUserError } from '../error/user-error.ts';
import { badUserInput, requirePrincipal } from '../top-level-error.ts';
import { claimKey } from './idempotency.ts';
import { issuesOf } from './input.ts';
import { complaintToday, payloadType } from './payload.ts';
import type { PayloadSource, Shown } from './payload.ts';

/** The refusals that only some actions can answer with, and the types of their errors. */
const ERRORS = {
  NOT_FOUND: 'NotFoundError',
  FORBIDDEN: 'ForbiddenError',
  STALE_VERSION: 'StaleVersionError',
  STAGE_REQUIREMENTS: 'StageRequirementsError',
  ALREADY_CLAIMED: 'AlreadyClaimedError',
  HANDOFF_PENDING: 'HandoffPendingError',
  HANDOFF_ANSWERED: 'HandoffAnsweredError',
  CONTESTED: 'ContestedError',
  RULING_STANDS: 'RulingStandsError',
  RULING_SETTLED: 'RulingSettledError',
  ALREADY_DONE: 'AlreadyDoneError',
  CONTACT_NOT_TRIED: 'ContactNotTriedError',
  ALREADY_ON_HOLD: 'AlreadyOnHoldError',
  NOT_ON_HOLD: 'NotOnHoldError',
  HOLD_SETTLED: 'HoldSettledError',
  DUTY_ENDED: 'DutyEndedError',
  PROMISE_ENDED: 'PromiseEndedError',
  ALREADY_MERGED: 'AlreadyMergedError',
  RESOLUTION_SETTLED: 'ResolutionSettledError',
  RESOLUTION_UNAPPROVED: 'ResolutionUnapprovedError',
  APPROVAL_SETTLED: 'ApprovalSettledError',
  OFFER_SETTLED: 'OfferSettledError',
  REPLIES_HELD: 'RepliesHeldError',
  REVIEW_SETTLED: 'ReviewSettledError',
  GROUP_OPEN: 'GroupOpenError',
  ESCALATION_ENDED: 'EscalationEndedError',
  SURVEY_ENDED: 'SurveyEndedError',
  FINAL_ANSWER_ASKED: 'FinalAnswerAskedError',
  FINAL_ANSWER_DECIDED: 'FinalAnswerDecidedError',
  RATE_LIMITED: 'RateLimitedError',
} as const satisfies Partial<Record<RefusalData['code'], AnyUserError['__typename']>>;

/** Of one thing that a secret opens, from all addresses together. */
export const WRONG_TRIES: ThrottleRule = { limit: 10, windowSeconds: 3_600 };

export interface ActionField<Input> {
  /** The mutation's name; its types are named after it. */
  name: string;
  description: string;
  input: { description: string; fields: (t: InputFieldBuilder<Types, 'InputObject'>) => InputFieldMap };
  /** From the input as GraphQL coerced it to what the action takes. */
  parse: z.ZodType<Input>;
  action: (ctx: ActionContext, input: Input) => Promise<ActionResult>;
  /** How it can be refused, besides an invalid input and a key that was used before. */
  refusals: readonly (keyof typeof ERRORS)[];
  /**
   * A key that was used before is found by the commit, which refuses it, instead of being looked for beforehand: for an
   * action on which nothing is spent before it commits.
   */
  findsKeyAtCommit?: true;
  /** So many times by one caller, wherever they are. */
  limit?: ThrottleRule;
  payload: { shows: readonly Shown[]; fields?: (t: ObjectFieldBuilder<Types, PayloadSource>) => FieldMap };
  /**
   * Anybody may call it, as a customer, so many times from one address. `guessed` names what the input opens by a
   * secret: wrong tries at that are limited by themselves, too.
   */
  open?: ThrottleRule & { guessed?: (input: Input) => string };
  /** It reaches what the caller need not see: so many times for each caller, and its payload shows nothing of it. */
  blind?: ThrottleRule;
}

export type ResultSource = PayloadSource | AnyUserError;

/** The field as a part of a larger one: the type of its results, and how it is run on an input as clients send it. */
export interface ActionPart {
  result: ReturnType<typeof resultUnion>;
  run(ctx: SchemaContext, input: unknown, idempotency: ActionContext['idempotency']): Promise<ResultSource>;
}

/** Defines the mutation field of an action. */
export function actionField<Input>(field: ActionField<Input>): ActionPart {
  const name = field.name.charAt(0).toUpperCase() + field.name.slice(1);
  const input = builder.inputType(`${name}Input`, field.input);
  const { shows, fields } = field.payload;
  const payload = payloadType(`${name}Payload`, `What \`${field.name}\` changed.`, shows, fields);
  const result = resultUnion(field.name, payload, [
    ...field.refusals.map((code) => ERRORS[code]),
    'InvalidInputError',
    'IdempotencyConflictError',
    ...(field.open || field.blind || field.limit ? (['RateLimitedError'] as const) : []),
  ]);
  builder.mutationField(field.name, (t) =>
    t.field({
      type: result,
      description: field.description,
      args: { input: t.arg({ type: input, required: true, description: 'What is asked.' }) },
      resolve: (_root, args, ctx, info) => {
        const claim = claimKey(ctx, info, args.input);
        return run(field, ctx, args.input, claim, payload.name);
      },
    }),
  );
  return { result, run: (ctx, value, idempotency) => run(field, ctx, value, idempotency, payload.name) };
}

async function run<Input>(
  field: ActionField<Input>,
  ctx: SchemaContext,
  input: unknown,
  idempotency: ActionContext['idempotency'],
  payloadName: string,
): Promise<ResultSource> {
  const principal: Principal = field.open ? { kind: 'CUSTOMER' } : requirePrincipal(ctx);
  if (field.open) {
    const answer = await ctx.limits.take(field.name, field.open);
    if (!answer.ok) return rateLimitedError(answer.retryAfterSeconds, ctx);
  }
  const parsed = field.parse.safeParse(input);
  if (!parsed.success) return invalidInput(issuesOf(parsed.error), ctx);

  const looked = field.findsKeyAtCommit === true ? null : idempotency;
  const first = looked && (await findFirstUse(ctx.db, principal, looked.key));
  if (first && first.requestHash !== looked?.requestHash) return errorOf({ code: 'IDEMPOTENCY_CONFLICT' }, ctx);
  if (first) return toldAgain(field, ctx, first.outcome, payloadName);

  if (field.blind) {
    const taken = await ctx.limits.takeOwn(field.name, field.blind);
    if (!taken.ok) return rateLimitedError(taken.retryAfterSeconds, ctx);
  }
  const own = field.limit && (await ctx.limits.takeOwn(field.name, field.limit));
  if (own?.ok === false) return rateLimitedError(own.retryAfterSeconds, ctx);

  const guessed = field.open?.guessed?.(parsed.data);
  const guess = guessed === undefined ? null : await ctx.limits.takeAt(guessed, WRONG_TRIES);
  if (guess?.ok === false) return rateLimitedError(guess.retryAfterSeconds, ctx);

  const takesBack = await takenBack(ctx, principal);
  const { db, origin, now, directory, held } = ctx;
  const seal = (secret: string) => ctx.ways.seal(secret);
  const result = await field.action(
    { db, principal, origin, now, directory, idempotency, takesBack, seal, ...(held && { held }) },
    parsed.data,
  );
  const wrong = !result.ok && result.refusal.code === 'NOT_FOUND';
  if (guessed !== undefined && !wrong) await ctx.limits.giveBack(guessed);
  if (!result.ok) return refused(field, ctx, result.refusal);
  ctx.setReadYourWrites(result.outcome.cursor);
  // It was registered before, by somebody whose complaints the caller may not see.
  if (result.outcome.alreadyRegistered === true) return toldAgain(field, ctx, result.outcome, payloadName);
  if (result.again === true && field.findsKeyAtCommit === true)
    return toldAgain(field, ctx, result.outcome, payloadName);
  const complaint = result.left ?? (await complaintActedOn(ctx, result.outcome.complaintId));
  if (result.left) ctx.loaders.complaint.clear(complaint.id).prime(complaint.id, complaint);
  return { __typename: payloadName, outcome: result.outcome, complaint };
}

/** @throws GraphQLError when the caller has made no such change. */
async function takenBack(
  { db, stream, takesBack }: SchemaContext,
  principal: Principal,
): Promise<ActionContext['takesBack']> {
  const cursor = takesBack === null ? null : parseCursor(takesBack);
  if (cursor === null) return null;
  const change = cursor.epoch === stream.epoch ? await findOwnChange(db, principal, cursor.seq) : null;
  if (change === null) throw badUserInput('`takesBack` names no change of your own.');
  return change;
}

/** An outcome of earlier, under today's permissions. */
async function toldAgain<Input>(
  field: ActionField<Input>,
  ctx: SchemaContext,
  outcome: Outcome,
  payloadName: string,
): Promise<ResultSource> {
  const read = field.open || field.blind ? complaintActedOn : complaintToday;
  const complaint = await read(ctx, outcome.complaintId);
  if (complaint !== null) return { __typename: payloadName, outcome, complaint };
  if (field.refusals.includes('ALREADY_DONE')) return errorOf({ code: 'ALREADY_DONE', cursor: outcome.cursor }, ctx);
  return field.refusals.includes('NOT_FOUND') ? errorOf({ code: 'NOT_FOUND' }, ctx) : forbidden('see', ctx);
}

/** The error of a refusal. One that the contract does not announce for this mutation is a bug, not an answer. */
async function refused<Input>(
  field: ActionField<Input>,
  ctx: SchemaContext,
  refusal: RefusalData,
): Promise<AnyUserError> {
  const announced: readonly string[] = [...field.refusals, 'INVALID_INPUT', 'IDEMPOTENCY_CONFLICT'];
  if (!announced.includes(refusal.code)) throw new Error(`${field.name} was refused with ${refusal.code}`);
  return errorOf(refusal, ctx);
}
