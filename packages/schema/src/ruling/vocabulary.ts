import { builder } from '../builder.ts';

export const AppealStateEnum = builder.enumType('AppealState', {
  description: 'Whether a ruling was appealed, and what came of it.',
  values: {
    NONE: { description: 'It was not appealed.' },
    OPEN: { description: 'The appeal waits for a decision; the ruling is carried out meanwhile.' },
    UPHELD: { description: 'The ruling stands.' },
    OVERTURNED: { description: 'The complaint was given to another department instead.' },
  },
});
