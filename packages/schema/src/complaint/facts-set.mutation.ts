import { factsSet } from '@redress/domain/actions/facts-set';
import type { ComplaintKind, Consequence } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { expectedVersion, expectedVersionField } from '../mutation/expected-version.ts';
import { LINE, PARAGRAPH, globalId, text } from '../mutation/input.ts';
import { storable } from '../storable.ts';
import { ComplaintKindEnum, ConsequenceEnum } from './vocabulary.ts';

/** What is left out stays; null and blank say that it is not known. */
const known = (max: number) =>
  z
    .string()
    .overwrite(storable)
    .trim()
    .max(max, 'tooLong')
    .nullish()
    .transform((value) => (value === undefined ? undefined : value || null));

/** What is left out stays, and so does what is null: there is always one. */
const always = <T>() =>
  z
    .custom<T | null>(() => true)
    .optional()
    .transform((value) => value ?? undefined);

actionField({
  name: 'factsSet',
  description:
    'Corrects the facts of a complaint and what the customer demands. What is left out stays as it is. A possible consequence raises the severity to what triage says at least.',
  input: {
    description: 'What is so, as far as it differs from what was taken down.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The complaint.' }),
      kind: t.field({ type: ComplaintKindEnum, description: 'What the customer came with. Null: as it was.' }),
      subject: t.string({ description: 'What it is about, in a line; at most 200 characters. Null: as it was.' }),
      demand: t.string({ description: "What the customer wants, in the customer's words. Null: they did not say." }),
      occurredAt: t.field({ type: 'DateTime', description: 'When it happened; not in the future. Null: not known.' }),
      place: t.string({ description: 'Where it happened. Null: not known.' }),
      about: t.string({ description: 'The order, product, store or person that it is about. Null: none.' }),
      consequences: t.field({ type: [ConsequenceEnum], description: 'What may come of it. Null: as it was.' }),
      categoryCode: t.string({ description: 'Its category. Null: as it was.' }),
      expectedVersion: expectedVersionField(t),
    }),
  },
  parse: z.object({
    id: globalId('Complaint'),
    kind: always<ComplaintKind>(),
    subject: text(LINE)
      .nullish()
      .transform((value) => value ?? undefined),
    demand: known(PARAGRAPH),
    occurredAt: z.custom<Date | null>(() => true).optional(),
    place: known(LINE),
    about: known(LINE),
    consequences: always<Consequence[]>(),
    categoryCode: known(LINE).transform((value) => value ?? undefined),
    expectedVersion,
  }),
  action: factsSet,
  refusals: ['NOT_FOUND', 'FORBIDDEN', 'STALE_VERSION'],
  payload: { shows: ['complaint'] },
});
