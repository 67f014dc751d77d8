/** Parts of input schemas: how values come in, and the message key of what is wrong with them. */
import type { InputIssue } from '@redress/domain/actions/refusal';
import { z } from 'zod';
import { decodeIdOf } from '../ids.ts';
import type { NodeType } from '../ids.ts';
import { storable } from '../storable.ts';

export const LINE = 200;
export const PARAGRAPH = 2_000;
export const LONG_TEXT = 20_000;

/** A text that must say something; trimmed. */
export function text(max: number) {
  return z.string().overwrite(storable).trim().min(1, 'required').max(max, 'tooLong');
}

/** A text that may be left out; blank is left out. */
export function optionalText(max: number) {
  return z
    .string()
    .overwrite(storable)
    .trim()
    .max(max, 'tooLong')
    .nullish()
    .transform((value) => value || null);
}

/** A global id of this type, as the row's UUID. */
export function globalId(type: NodeType) {
  return z.string().transform((id, context) => {
    const uuid = decodeIdOf(type, id);
    if (uuid !== null) return uuid;
    context.addIssue({ code: 'custom', message: 'malformedId' });
    return z.NEVER;
  });
}

/** Null for what is left out; actions know no undefined. */
export function optional<T extends z.ZodType>(type: T) {
  return type.nullish().transform((value) => value ?? null);
}

/** A value that GraphQL has checked already: an enum, a moment, a number. */
export function given<T>() {
  return z.custom<T>(() => true);
}

/** A checked value that may be left out. */
export function maybe<T>() {
  return optional(z.custom<T>(() => true));
}

/** What zod found, in the terms of the actions' refusals. */
export function issuesOf(error: z.ZodError): InputIssue[] {
  return error.issues.map((issue) => ({ path: issue.path.map(String), key: issue.message, ...limitOf(issue) }));
}

/** The limit that was overstepped, for its message. */
function limitOf(issue: z.core.$ZodIssue): Pick<InputIssue, 'values'> {
  if (issue.code === 'too_big') return { values: { max: Number(issue.maximum) } };
  if (issue.code === 'too_small') return { values: { min: Number(issue.minimum) } };
  return {};
}
