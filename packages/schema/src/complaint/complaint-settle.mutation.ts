import { complaintSettle } from '@redress/domain/actions/complaint-settle';
import type { ResolutionKind, Validity } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';
import { builder } from '../builder.ts';
import { actionField } from '../mutation/action-field.ts';
import { LINE, PARAGRAPH, given, maybe, optionalText, text } from '../mutation/input.ts';
import { ResolutionKindEnum } from '../resolution/vocabulary.ts';
import { registerFields, registerInput, registerPayload } from './register-parts.ts';
import { ValidityEnum } from './vocabulary.ts';

const SettleResolutionInput = builder.inputType('SettleResolutionInput', {
  description: 'What the customer accepted, and was given.',
  fields: (t) => ({
    kind: t.field({ type: ResolutionKindEnum, required: true, description: 'What was given.' }),
    what: t.string({ required: true, description: 'What exactly; at most 2,000 characters.' }),
    amountMinor: t.field({
      type: 'MinorUnits',
      description: "In the smallest unit of the company's currency. Some kinds need it, some can't have it.",
    }),
    orderMinor: t.field({
      type: 'MinorUnits',
      description: 'What the order cost; needed where the standard is a share of it.',
    }),
    proof: t.string({ required: true, description: 'What shows that it was carried out; at most 2,000 characters.' }),
  }),
});

actionField({
  name: 'complaintSettle',
  description:
    "Settles a simple complaint at first contact (一线办结), in one change: registered, claimed by the caller's own department, facts confirmed, validity decided, a resolution accepted and carried out, and sent to FOLLOWING_UP. Not for what is URGENT, may have grave consequences, takes an approval or asks other departments for something.",
  input: {
    description: 'A complaint as it is taken in, and how it was settled.',
    fields: (t) => ({
      ...registerFields(t),
      validity: t.field({ type: ValidityEnum, required: true, description: 'Anything but UNDETERMINED.' }),
      validityReason: t.string({ required: true, description: 'Why; at most 2,000 characters.' }),
      rootCauseCode: t.string({ description: 'Why it happened: a code of `rootCauses`. Null: not said.' }),
      resolution: t.field({ type: SettleResolutionInput, required: true, description: 'What settled it.' }),
      words: t.string({ required: true, description: 'What was said with the customer; at most 2,000 characters.' }),
      summary: t.string({
        description:
          'The closing summary (结案小结); at most 2,000 characters. Null: what was given, and what was said.',
      }),
    }),
  },
  parse: z
    .object({
      ...registerInput,
      validity: given<Validity>(),
      validityReason: text(PARAGRAPH),
      rootCauseCode: optionalText(LINE),
      resolution: z.object({
        kind: given<ResolutionKind>(),
        what: text(PARAGRAPH),
        amountMinor: maybe<number>(),
        orderMinor: maybe<number>(),
        proof: text(PARAGRAPH),
      }),
      words: text(PARAGRAPH),
      summary: optionalText(PARAGRAPH),
    })
    .transform(({ resolution: { proof, ...resolution }, ...rest }) => ({ ...rest, resolution, proof })),
  action: complaintSettle,
  refusals: ['FORBIDDEN'],
  payload: { shows: ['complaint'], fields: registerPayload },
});
