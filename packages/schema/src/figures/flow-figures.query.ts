/** How fast the work flows: what a wall shows of it. */
import { readFlowFigures } from '@redress/domain/reads/flow-figures';
import type { FlowFigures as Row, PaceFigure as PaceRow } from '@redress/domain/reads/flow-figures';
import { builder } from '../builder.ts';
import { checkFiguresLength, LONGEST_DAYS } from './figures-time.ts';

const MINUTE = 60_000;
const minutes = (ms: number | null) => (ms === null ? null : ms / MINUTE);

const PaceFigure = builder.objectRef<PaceRow>('PaceFigure').implement({
  description: 'How long the clocks of one kind took that were met in a time.',
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'How many were met.' }),
    inTime: t.exposeInt('inTime', { description: 'Those of them that were met before a breach.' }),
    meanMinutes: t.float({
      nullable: true,
      description: 'How long they took on average, in minutes of the time that they run in; null when none was met.',
      resolve: ({ meanMs }) => minutes(meanMs),
    }),
    targetMinutes: t.float({
      nullable: true,
      description: 'How long they were given on average, in the same minutes; null when none was met.',
      resolve: ({ targetMs }) => minutes(targetMs),
    }),
  }),
});

const FlowFigures = builder.objectRef<Row>('FlowFigures').implement({
  description: 'How fast the work flows since a moment, over the complaints that the caller sees.',
  fields: (t) => ({
    breached: t.exposeInt('breached', {
      description: 'Breaches that fell since, whether or not the clock still runs.',
    }),
    claim: t.field({ type: PaceFigure, description: 'From being routed to the claim.', resolve: ({ claim }) => claim }),
    resolution: t.field({
      type: PaceFigure,
      description: 'From being received to the follow-up.',
      resolve: ({ resolution }) => resolution,
    }),
  }),
});

builder.queryField('flowFigures', (t) =>
  t.field({
    type: FlowFigures,
    description: 'How fast the work flows since a moment. In numbers only: nothing of a single complaint is in it.',
    args: {
      from: t.arg({
        type: 'DateTime',
        required: true,
        description: `Since this moment; at most ${LONGEST_DAYS} days ago, else BAD_USER_INPUT.`,
      }),
    },
    complexity: { field: 1, multiplier: 10 },
    resolve: (_root, { from }, { db, scope, now }) => {
      checkFiguresLength(from, now());
      return readFlowFigures(db, scope, from);
    },
  }),
);
