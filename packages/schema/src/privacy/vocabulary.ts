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

/** What people may say. */
export const ErasureGroundEnum = builder.enumType('ErasureGround', {
  description: 'On what ground a customer is erased. More may be added.',
  values: {
    ASKED_BY_CUSTOMER: { description: 'The customer asked for it.' },
    CONSENT_WITHDRAWN: { description: 'They took back their consent.' },
    PURPOSE_OVER: { description: 'What it was kept for is over.' },
    UNLAWFUL: { description: 'It should not have been collected.' },
    RETENTION_OVER: { description: 'The term of the retention policy is over; the product’s own.' },
  } as const,
});

export const ErasureStateEnum = builder.enumType('ErasureState', {
  description: 'What became of an erasure.',
  values: {
    REQUESTED: { description: 'It waits for a second person.' },
    LAPSED: { description: 'Nobody decided on it in time: it has to be asked for again.' },
    CARRIED_OUT: { description: 'The customer was erased.' },
    REFUSED: { description: 'It was turned down, or taken back.' },
  } as const,
});
