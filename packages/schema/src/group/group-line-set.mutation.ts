import { groupLineSet } from '@redress/domain/actions/group-line-set';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, optionalText } from '../mutation/input.ts';
import { AMOUNT_DESCRIPTION, amountMinor } from './group-input.ts';

actionField({
  name: 'groupLineSet',
  description:
    'Sets what everybody says outward about a group case and what each customer gets, both anew. It shows at once at every complaint of the group.',
  input: {
    description: 'The agreed line and standard.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The parent.' }),
      line: t.string({ description: 'The agreed line (统一口径); at most 2,000 characters. Null: none.' }),
      standardMinor: t.float({ description: AMOUNT_DESCRIPTION }),
    }),
  },
  parse: z.object({ id: globalId('Complaint'), line: optionalText(PARAGRAPH), standardMinor: amountMinor }),
  action: groupLineSet,
  refusals: ['NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint'] },
});
