import { resolutionCarryOut } from '@redress/domain/actions/resolution-carry-out';
import { z } from 'zod';
import { attachedInput } from '../attachment/attached.ts';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, optionalText } from '../mutation/input.ts';

actionField({
  name: 'resolutionCarryOut',
  description:
    'Reports a resolution carried out, with proof; the promise that it became is kept. It was accepted before; an apology and an explanation need only be offered.',
  input: {
    description: 'What was done, and what proves it.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The resolution.' }),
      proofNote: t.string({
        description:
          "What proves it: a receipt's or a parcel's number, who handed it over; at most 2,000 characters. Null: the files do.",
      }),
      proofIds: t.idList({ description: 'Files of the complaint that prove it: at most 20. Null: none.' }),
    }),
  },
  parse: z.object({ id: globalId('Resolution'), proofNote: optionalText(PARAGRAPH), proofIds: attachedInput }),
  action: resolutionCarryOut,
  refusals: ['RESOLUTION_SETTLED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'resolution'] },
});
