import { complaintRegister } from '@redress/domain/actions/complaint-register';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { registerFields, registerInput, registerPayload } from './register-parts.ts';

actionField({
  name: 'complaintRegister',
  description:
    'Takes a complaint in. What is missing of severity, category and department is proposed. With an external reference it is idempotent: registering again answers with the first complaint.',
  input: {
    description: 'A complaint as it is taken in.',
    fields: registerFields,
  },
  parse: z.object(registerInput),
  action: complaintRegister,
  refusals: ['FORBIDDEN'],
  payload: {
    shows: ['complaint'],
    fields: registerPayload,
  },
});
