/** The shape of a mapping file, which says how the columns of a CSV file become complaints (docs/import.md). */
import { CHANNELS, COMPLAINT_KINDS, SEVERITIES, STAGES } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';
import { choiceOf } from './choice.ts';
import { compileDateFormat } from './date-format.ts';
import { compileTemplate } from './template.ts';
import { isTimeZone } from './time-zone.ts';

/** Runs a compiler over the text for the sake of its complaint. */
function compiledBy(compile: (source: string) => unknown) {
  return z.string().superRefine((source, ctx) => {
    try {
      compile(source);
    } catch (error) {
      ctx.addIssue({ code: 'custom', message: (error as Error).message });
    }
  });
}

const template = compiledBy(compileTemplate);
/** One template, or several of which the first that has all it needs counts. */
const text = z.preprocess(
  (given) => (typeof given === 'string' ? [given] : given),
  z.array(template, { error: 'must be a text with columns, such as "{Column}", or a list of such texts' }).min(1),
);
const code = z
  .string()
  .regex(/^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{N}.-]*$/u, 'is no code: small letters, digits, "-" and "."');
const name = z.string().min(1);
const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` });

const department = z.strictObject({ code, nameZh: name, nameEn: name, shortZh: name, shortEn: name });

/** Categories made of the columns' own words: one level or two, added when they are met for the first time. */
const madeOfWords = z.strictObject({
  /** Comes before each code, so that the codes of two sources never meet: `cfpb.`. */
  prefix: z.string().regex(/^([\p{Ll}\p{Lo}\p{N}-]+\.)?$/u, 'must be a word of small letters with a dot behind it'),
  levels: z.array(template).min(1).max(2),
  /** Chinese names by word; a word without one keeps itself. */
  namesZh: z.record(z.string(), name).default({}),
});

export const mappingShape = z.strictObject({
  about: z.string().optional(),
  source: name,
  history: z.boolean().default(false),
  delimiter: oneOf([',', ';', '\t', '|']).default(','),
  zone: z.string().refine(isTimeZone, { error: 'must be a time zone such as Asia/Shanghai' }),
  dateFormats: z.array(compiledBy((source) => compileDateFormat(source, 'UTC'))).min(1),
  departments: z.array(department).default([]),
  fields: z.strictObject({
    externalId: text,
    subject: text,
    description: text,
    receivedAt: text,
    channel: choiceOf(oneOf(CHANNELS)),
    kind: choiceOf(oneOf(COMPLAINT_KINDS)).optional(),
    severity: choiceOf(oneOf(SEVERITIES)).optional(),
    stage: choiceOf(oneOf(STAGES)).optional(),
    department: choiceOf(code).optional(),
    category: choiceOf(code).optional(),
    categoryWords: madeOfWords.optional(),
    demand: text.optional(),
    place: text.optional(),
    about: text.optional(),
    occurredAt: text.optional(),
    claimedAt: text.optional(),
    closedAt: text.optional(),
    customer: z
      .strictObject({
        name: text.optional(),
        phone: text.optional(),
        email: text.optional(),
        region: text.optional(),
        tier: text.optional(),
        group: text.optional(),
      })
      .default({}),
  }),
});

export type Mapping = z.infer<typeof mappingShape>;
export type CategoryWords = z.infer<typeof madeOfWords>;
