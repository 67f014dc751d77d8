import { builder } from '../builder.ts';

export const HandoffStateEnum = builder.enumType('HandoffState', {
  description: 'What became of a handoff.',
  values: {
    PENDING: { description: 'It waits for an answer.' },
    ACCEPTED: { description: 'The asked department took the complaint over, which claims it.' },
    DECLINED: { description: 'The asked department sent it back (退回).' },
    WITHDRAWN: { description: 'The asking department took its request back.' },
  },
});

export const DeclinePresetEnum = builder.enumType('DeclinePreset', {
  description: 'Why a department declines a handoff.',
  values: {
    NOT_OURS: { description: 'It is not the department’s business.' },
    INFORMATION_MISSING: { description: 'It cannot be worked on with what is known.' },
    DUPLICATE: { description: 'The same matter is known already.' },
    OTHER: { description: 'Something else, which the reason says.' },
  },
});
