import { complaintMove } from '@redress/domain/actions/complaint-move';
import type { Stage } from '@redress/domain/rules/vocabulary';
import { z } from 'zod';
import { builder } from '../builder.ts';
import { actionField } from '../mutation/action-field.ts';
import { expectedVersion, expectedVersionField } from '../mutation/expected-version.ts';
import { PARAGRAPH, given, globalId, optional, optionalText } from '../mutation/input.ts';
import { StageEnum } from './vocabulary.ts';

const PlacementOutcome = builder.enumType('PlacementOutcome', {
  description: 'Where a moved card came to lie.',
  values: {
    PLACED: { description: 'Where it was asked for.' },
    NEIGHBOUR_LEFT: { description: 'On top of the column: the named neighbour had left it.' },
  },
});

actionField({
  name: 'complaintMove',
  description:
    'Moves a complaint to a stage, and to a place in its column by its neighbours: directly below `afterId`, else directly above `beforeId`, else on top. A move within the column only reorders.',
  input: {
    description: 'Which complaint is moved, and where to.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The complaint.' }),
      toStage: t.field({
        type: StageEnum,
        required: true,
        description: 'The stage it goes to; its own to reorder only.',
      }),
      afterId: t.id({ description: 'The complaint that it is put directly below, whatever is hidden between.' }),
      beforeId: t.id({
        description: 'The complaint that it is put directly above; not looked at when `afterId` is given.',
      }),
      expectedVersion: expectedVersionField(t),
      reason: t.string({ description: 'Why; kept with the event. Required for a move back and with `override`.' }),
      override: t.boolean({
        defaultValue: false,
        description: 'Waives what is missing, never an invariant (特批放行). For coordinators.',
      }),
    }),
  },
  parse: z.object({
    id: globalId('Complaint'),
    toStage: given<Stage>(),
    afterId: optional(globalId('Complaint')),
    beforeId: optional(globalId('Complaint')),
    expectedVersion,
    reason: optionalText(PARAGRAPH),
    override: z.boolean().nullish().transform(Boolean),
  }),
  action: complaintMove,
  findsKeyAtCommit: true,
  refusals: ['STAGE_REQUIREMENTS', 'GROUP_OPEN', 'STALE_VERSION', 'NOT_FOUND', 'FORBIDDEN'],
  payload: {
    shows: ['complaint'],
    fields: (t) => ({
      placement: t.field({
        type: PlacementOutcome,
        description: 'Where the card came to lie.',
        resolve: ({ outcome }) => (outcome.neighbourLeft === true ? 'NEIGHBOUR_LEFT' : 'PLACED'),
      }),
    }),
  },
});
