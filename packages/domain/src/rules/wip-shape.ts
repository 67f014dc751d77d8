/** The shape of the limits of a stage; apart from their rule, which the board shares. */
import { z } from 'zod';

const MOST = 10_000;
const MOST_DEPARTMENTS = 200;
const limit = z.number('invalid').int('numberNotWhole').min(0, 'numberTooSmall').max(MOST, 'numberTooLarge');

export const WIP_SHAPE = z.strictObject({
  column: limit,
  department: limit,
  departments: z
    .array(
      z.strictObject({ code: z.string('invalid').trim().min(1, 'required').max(200, 'tooLong'), limit }),
      'invalid',
    )
    .max(MOST_DEPARTMENTS, 'tooMany'),
  enforced: z.boolean('invalid'),
});
