/** Events of holds. */
import { Hold } from '../hold/hold.ts';
import { complaintEvent } from './complaint-event.ts';
import { maskedNote } from '../masked-text.ts';

const HOLD_EVENTS = {
  HoldRequested: 'A hold was asked for, and waits for its approval; clocks run on.',
  ComplaintHeld: 'The complaint is on hold from now on; clocks that wait for the customer stand still.',
} as const;

const hold = {
  type: Hold,
  description: 'The hold, as it is now.',
} as const;

for (const type of ['HoldRequested', 'ComplaintHeld'] as const) {
  complaintEvent(type, HOLD_EVENTS[type], (t) => ({
    hold: t.field({
      ...hold,
      resolve: async ({ payload }, _args, { loaders }) => (await loaders.holds.byId.load(payload.holdId))!,
    }),
  }));
}

complaintEvent(
  'HoldRefused',
  'A hold that was asked for did not come about: refused, taken back, lapsed, or overtaken by a move.',
  (t) => ({
    hold: t.field({
      ...hold,
      resolve: async ({ payload }, _args, { loaders }) => (await loaders.holds.byId.load(payload.holdId))!,
    }),
    reason: maskedNote(t, 'Why it was refused or taken back; null when nobody did that, or when it was erased.'),
  }),
);

complaintEvent('ComplaintResumed', 'A hold ended; the paused clocks go on.', (t) => ({
  hold: t.field({
    ...hold,
    resolve: async ({ payload }, _args, { loaders }) => (await loaders.holds.byId.load(payload.holdId))!,
  }),
  early: t.boolean({
    description: 'Whether it ended before its date: a person resumed it, or the customer came back.',
    resolve: ({ payload }) => payload.early,
  }),
  note: maskedNote(t, 'Why a person resumed it; null when nothing was said, or it was erased.'),
}));
