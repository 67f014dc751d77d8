/** What a complaint was merged into, what was merged into it, and what may be the same matter (docs/SPEC.md, MG1, MG5). */
import { MAX_DUPLICATES } from '@redress/domain/reads/duplicates';
import type { PossibleDuplicate as PossibleDuplicateView } from '@redress/domain/reads/duplicates';
import type { ComplaintView } from '@redress/domain/reads/complaint-view';
import type { LIKENESSES } from '@redress/domain/rules/duplicates';
import { builder } from '../builder.ts';
import { Complaint } from '../complaint/complaint.ts';
import { StageEnum } from '../complaint/vocabulary.ts';

const LikenessEnum = builder.enumType('Likeness', {
  description: 'Why two complaints may be the same matter.',
  values: {
    CUSTOMER: { description: 'The same customer: known as one, or under one phone number or e-mail address.' },
    ORDER: { description: 'The same order number.' },
    CATEGORY: { description: 'The same category.' },
    WORDS: { description: 'Words that both subjects have.' },
  } satisfies Record<(typeof LIKENESSES)[number], object>,
});

const PossibleDuplicate = builder.objectRef<PossibleDuplicateView>('PossibleDuplicate').implement({
  description: 'A complaint that may be about the same matter. A proposal: a person compares them and decides.',
  fields: (t) => ({
    number: t.exposeString('number', { description: 'Its number.' }),
    stage: t.expose('stage', { type: StageEnum, description: 'Where it stands.' }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', description: 'When it reached the company.' }),
    score: t.exposeInt('score', { description: 'How alike they are: 45 to 100.' }),
    because: t.expose('because', { type: [LikenessEnum], description: 'What they have in common.' }),
    complaint: t.field({
      type: Complaint,
      nullable: true,
      description: 'All of it; null when the caller may not see it.',
      resolve: ({ id }, _args, { loaders }) => loaders.complaint.load(id),
    }),
  }),
});

/** So many are told; nobody merges more into one. */
const MAX_MERGED = 50;

builder.objectFields(Complaint, (t) => ({
  mergedInto: t.field({
    type: Complaint,
    nullable: true,
    description: 'The complaint that it was merged into (并案) and goes on as; null when it was not.',
    resolve: ({ mergedIntoId }, _args, ctx) =>
      mergedIntoId === null ? null : ctx.loaders.complaint.load(mergedIntoId),
  }),
  merged: t.field({
    type: [Complaint],
    description: `The complaints that were merged into it, also by way of others, the oldest first; at most ${MAX_MERGED}. Its timeline tells theirs too.`,
    complexity: { field: 1, multiplier: MAX_MERGED },
    resolve: async ({ id }, _args, { loaders }) => {
      const ids = (await loaders.mergedInto.load(id)).slice(0, MAX_MERGED);
      const found = await loaders.complaint.loadMany(ids);
      return found.filter((one): one is ComplaintView => one !== null && !(one instanceof Error));
    },
  }),
  possibleDuplicates: t.field({
    type: [PossibleDuplicate],
    description: `Complaints within 90 days that may be about the same matter, by customer, order, category and words: the most alike first, at most ${MAX_DUPLICATES}; none that was merged. Of those that the caller does not see, number and stage only.`,
    complexity: { field: 10, multiplier: MAX_DUPLICATES },
    resolve: ({ id, mergedIntoId }, _args, { loaders }) => (mergedIntoId === null ? loaders.duplicates.load(id) : []),
  }),
}));
