import { builder } from '../builder.ts';

export const EscalationStateEnum = builder.enumType('EscalationState', {
  description: 'Where an escalation stands.',
  values: {
    RUNNING: { description: 'Nobody has taken it on; there are levels above the one it reached.' },
    FINISHED: { description: 'Nobody has taken it on, and it reached the top of its ladder.' },
    TAKEN: { description: 'Somebody took it on.' },
    STOPPED: { description: 'Its clock was met or ended, or the complaint was closed.' },
  },
});
