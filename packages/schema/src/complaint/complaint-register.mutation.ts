import { complaintRegister } from '@redress/domain/actions/complaint-register';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { optional } from '../mutation/input.ts';
import { RegulatorLetterInput, regulatorLetter } from '../regulator/regulator-facts.ts';
import { registerFields, registerInput, registerPayload } from './register-parts.ts';

actionField({
  name: 'complaintRegister',
  description:
    'Takes a complaint in. What is missing of severity, category and department is proposed. With an external reference it is idempotent: registering again answers with the first complaint.',
  input: {
    description: 'A complaint as it is taken in.',
    fields: (t) => ({
      ...registerFields(t),
      regulator: t.field({
        type: RegulatorLetterInput,
        description: 'What the letter of an agency says that handed it on (监管转办). Null: none did.',
      }),
    }),
  },
  parse: z.object({ ...registerInput, regulator: optional(regulatorLetter) }),
  action: complaintRegister,
  refusals: ['FORBIDDEN'],
  payload: {
    shows: ['complaint'],
    fields: registerPayload,
  },
});
