/** The words of personal data. */
import { builder } from '../builder.ts';

export const RevealReasonEnum = builder.enumType('RevealReason', {
  description: 'What a customer’s personal data is looked at for.',
  values: {
    CONTACT: { description: 'To call them or to write to them.' },
    VERIFY: { description: 'To make sure that it is them.' },
    DELIVER: { description: 'To bring or fetch something, or to visit them.' },
    PAY: { description: 'To pay them.' },
    INVESTIGATE: { description: 'To find out what happened, with the texts as they were written.' },
    OTHER: { description: 'For something else, which the note says.' },
  },
});
