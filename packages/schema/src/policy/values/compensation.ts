import { approvalPolicy } from '@redress/domain/reads/resolution-policies';
import { STANDARD_BASES } from '@redress/domain/rules/compensation';
import type {
  CompensationPolicy as Value,
  StandardBasis,
  StandardLine as Line,
} from '@redress/domain/rules/compensation';
import { builder } from '../../builder.ts';
import { ResolutionKindEnum } from '../../resolution/vocabulary.ts';

const MEANING: Record<StandardBasis, string> = {
  FIXED: 'Exactly this amount.',
  UP_TO: 'At most this amount.',
  PERCENT: 'At most so many percent of what the order cost.',
};

const StandardBasisEnum = builder.enumType('StandardBasis', {
  description: 'How a line of a standard measures an amount.',
  values: Object.fromEntries(STANDARD_BASES.map((basis) => [basis, { description: MEANING[basis] }])) as {
    [B in StandardBasis]: { description: string };
  },
});

const StandardLine = builder.objectRef<Line>('StandardLine').implement({
  description: 'What the standard says of one kind of resolution.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ResolutionKindEnum, description: 'What is given.' }),
    basis: t.expose('basis', { type: StandardBasisEnum, description: 'How the amount is measured.' }),
    value: t.expose('value', {
      type: 'MinorUnits',
      description: "In the smallest unit of the company's currency; of PERCENT in percent, 1 to 1,000.",
    }),
  }),
});

const StandardLineInput = builder.inputType('StandardLineInput', {
  description: 'What the standard says of one kind of resolution.',
  fields: (t) => ({
    kind: t.field({
      type: ResolutionKindEnum,
      required: true,
      description: 'What is given: a kind that may have an amount.',
    }),
    basis: t.field({ type: StandardBasisEnum, required: true, description: 'How the amount is measured.' }),
    value: t.field({
      type: 'MinorUnits',
      required: true,
      description: "In the smallest unit of the company's currency; of PERCENT in percent, 1 to 1,000.",
    }),
  }),
});

export const CompensationPolicy = builder.objectRef<Value>('CompensationPolicy').implement({
  description:
    "What a category is usually settled with (补偿标准). Its key is the code of a category, or `ANY`. Without any line it was withdrawn, and the parent's holds.",
  fields: (t) => ({
    currency: t.string({
      description: "What its amounts are in: the company's currency.",
      resolve: (_value, _args, { directory }) => approvalPolicy(directory).currency,
    }),
    lines: t.expose('lines', { type: [StandardLine], description: 'At most one line for each kind of resolution.' }),
  }),
});

export const CompensationPolicyInput = builder.inputType('CompensationPolicyInput', {
  description: 'What a category is usually settled with. Its key is the code of a category, or `ANY`.',
  fields: (t) => ({
    lines: t.field({
      type: [StandardLineInput],
      required: true,
      description: 'At least one; at most one for each kind of resolution.',
    }),
  }),
});
