/** The customer's other cases, beside one that the caller sees (docs/SPEC.md, LK9). */
import { MAX_CASES } from '@redress/domain/reads/customer-cases';
import type { OtherCase as OtherCaseView } from '@redress/domain/reads/customer-cases';
import { builder } from '../builder.ts';
import { Complaint } from '../complaint/complaint.ts';
import { StageEnum } from '../complaint/vocabulary.ts';

const OtherCase = builder.objectRef<OtherCaseView>('OtherCase').implement({
  description: 'Another complaint of the same customer: that there is one, and all of it to those who see it.',
  fields: (t) => ({
    number: t.exposeString('number', { description: 'Its number.' }),
    stage: t.expose('stage', { type: StageEnum, description: 'Where it stands; open unless CLOSED.' }),
    complaint: t.field({
      type: Complaint,
      nullable: true,
      description: 'All of it; null when the caller may not see it.',
      resolve: ({ id }, _args, { loaders }) => loaders.complaint.load(id),
    }),
  }),
});

builder.objectField(Complaint, 'otherCases', (t) =>
  t.field({
    type: [OtherCase],
    description: `The customer's other complaints: open ones first, each the newest first, at most ${MAX_CASES}; none of an anonymous customer. Of those that the caller does not see, number and stage only.`,
    complexity: { field: 1, multiplier: MAX_CASES },
    resolve: async ({ id, customerId }, _args, { loaders }) => {
      if (customerId === null) return [];
      return (await loaders.casesOf.load(customerId)).filter((one) => one.id !== id);
    },
  }),
);
