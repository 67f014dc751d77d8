/** Events between departments: handoffs. And of the clocks, which watch over them. */
import { Deadline } from '../deadline/deadline.ts';
import { Handoff } from '../handoff/handoff.ts';
import { complaintEvent } from './complaint-event.ts';

const HANDOFF_EVENTS = {
  HandoffRequested: 'A department asked another to take a complaint over (转办).',
  HandoffAccepted: 'The asked department took the complaint over, and claimed it.',
  HandoffDeclined: 'The asked department sent the complaint back (退回).',
  HandoffWithdrawn: 'The asking department took its request back.',
} as const;

for (const type of ['HandoffRequested', 'HandoffAccepted', 'HandoffDeclined', 'HandoffWithdrawn'] as const) {
  complaintEvent(type, HANDOFF_EVENTS[type], (t) => ({
    handoff: t.field({
      type: Handoff,
      description: 'The handoff, as it is now.',
      resolve: async ({ payload }, _args, { loaders }) => (await loaders.handoffs.byId.load(payload.handoffId))!,
    }),
  }));
}

const DEADLINE_EVENTS = {
  DeadlineApproaching: 'A deadline comes near (临期): so much of its allowance is used as its policy says.',
  DeadlineBreached: "A deadline's time was up (超时). It is told once, whatever happens afterwards.",
} as const;

for (const type of ['DeadlineApproaching', 'DeadlineBreached'] as const) {
  complaintEvent(type, DEADLINE_EVENTS[type], (t) => ({
    deadline: t.field({
      type: Deadline,
      description: 'The deadline, as it is now.',
      resolve: async ({ payload }, _args, { loaders }) => (await loaders.deadlines.byId.load(payload.deadlineId))!,
    }),
  }));
}
