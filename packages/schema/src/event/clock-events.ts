/** Events of the clocks that people set going otherwise. */
import type { EventPayloads } from '@redress/domain/events/types';
import { RECOMPUTE_REASONS } from '@redress/domain/rules/vocabulary';
import { builder } from '../builder.ts';
import { DeadlineKindEnum } from '../deadline/vocabulary.ts';
import { complaintEvent } from './complaint-event.ts';

const WHY = {
  SEVERITY: 'The complaint was graded otherwise.',
  DEPARTMENT: 'Another department handles it, whose hours are others.',
  CALENDAR: 'A calendar was changed.',
  POLICY: 'A limit was changed.',
} as const;

const RecomputeReason = builder.enumType('RecomputeReason', {
  description: 'Why running clocks were computed anew.',
  values: Object.fromEntries(RECOMPUTE_REASONS.map((reason) => [reason, { description: WHY[reason] }])) as {
    [R in keyof typeof WHY]: { description: string };
  },
});

const RecomputedClock = builder
  .objectRef<EventPayloads['ClocksRecomputed']['clocks'][number]>('RecomputedClock')
  .implement({
    description: 'A clock that goes on with another due time.',
    fields: (t) => ({
      kind: t.expose('kind', { type: DeadlineKindEnum, description: 'What must have happened.' }),
      dueFrom: t.field({
        type: 'DateTime',
        description: 'When it was due before.',
        resolve: ({ dueFrom }) => new Date(dueFrom),
      }),
      dueTo: t.field({
        type: 'DateTime',
        description: 'When it was due after the change.',
        resolve: ({ dueTo }) => new Date(dueTo),
      }),
    }),
  });

complaintEvent('ClocksRecomputed', 'Running clocks go on with another allowance, or in other hours.', (t) => ({
  reason: t.field({ type: RecomputeReason, description: 'What changed.', resolve: ({ payload }) => payload.reason }),
  clocks: t.field({
    type: [RecomputedClock],
    description: 'The clocks that go on otherwise.',
    resolve: ({ payload }) => payload.clocks,
  }),
}));
