import { builder } from '../builder.ts';

export const DeadlineKindEnum = builder.enumType('DeadlineKind', {
  description: 'What a deadline asks for, and from when it counts.',
  values: {
    DISPATCH: { description: 'A handling department, from receipt.' },
    CLAIM: { description: 'A claim or an answer, from when the department was asked.' },
    RULING: { description: 'A ruling, from when it became contested whose complaint it is.' },
    FIRST_RESPONSE: { description: 'A first contact with the customer, from receipt.' },
    PROGRESS: { description: 'The next contact with the customer, from the last one.' },
    RESOLUTION: { description: 'That it reaches FOLLOWING_UP, from receipt.' },
    FOLLOW_UP: { description: "The customer's verdict, from FOLLOWING_UP." },
    PROMISE: { description: 'What the customer was promised.' },
    DUTY: { description: 'A duty of a department.' },
    REGULATOR: { description: "An answer to a regulator, in the law's time." },
  },
});

export const DeadlineStateEnum = builder.enumType('DeadlineState', {
  description: 'Whether a deadline runs.',
  values: {
    OPEN: { description: 'It runs; a breached one runs on until it is met.' },
    PAUSED: { description: 'It stands still while the complaint is on hold; `dueAt` is what it was before.' },
    MET: { description: 'What it asks for happened, in time or late.' },
    ENDED: { description: 'It stopped without being met: superseded, withdrawn or waived.' },
  },
});
