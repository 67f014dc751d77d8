/** Leading a meeting: the focus, the lead itself, decisions in words, how items end. */
import { meetingDecide, meetingFocus, meetingItemConclude, meetingPresent } from '@redress/domain/actions/meeting-lead';
import type { MeetingOutcome } from '@redress/domain/rules/meeting';
import { z } from 'zod';
import { given, globalId, optional } from '../mutation/input.ts';
import { settingsField } from '../mutation/settings-field.ts';
import { decisionWords, decisionWordsFields } from './decision-words.ts';
import { PRESENTERS_ERRORS, meetingPayload } from './meeting-payload.ts';
import { MeetingOutcomeEnum } from './vocabulary.ts';

settingsField({
  name: 'meetingFocus',
  description: 'Shows everybody an item of the agenda. For who leads the meeting.',
  input: {
    description: 'What is looked at.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The meeting.' }),
      itemId: t.id({ description: 'The item. Null: the agenda as a whole.' }),
    }),
  },
  parse: z.object({ id: globalId('Meeting'), itemId: optional(globalId('MeetingItem')) }),
  action: meetingFocus,
  errors: PRESENTERS_ERRORS,
  payload: meetingPayload,
});

settingsField({
  name: 'meetingPresent',
  description:
    'Takes over the lead from who has it; of two at once the later has it. Whoever leads already keeps it. For coordinators.',
  input: {
    description: 'Of which meeting.',
    fields: (t) => ({ id: t.id({ required: true, description: 'The meeting.' }) }),
  },
  parse: z.object({ id: globalId('Meeting') }),
  action: meetingPresent,
  errors: ['MeetingOverError', 'NotFoundError'],
  payload: meetingPayload,
});

settingsField({
  name: 'meetingDecide',
  description:
    'Writes down what was decided in words. What is done to a complaint is in the minutes by being done, and is not written down again. For who leads the meeting.',
  input: {
    description: 'What was decided on which item.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The meeting.' }),
      itemId: t.id({ required: true, description: 'The item.' }),
      ...decisionWordsFields(t),
    }),
  },
  parse: z.object({
    id: globalId('Meeting'),
    itemId: globalId('MeetingItem'),
    ...decisionWords,
  }),
  action: meetingDecide,
  errors: PRESENTERS_ERRORS,
  payload: meetingPayload,
});

settingsField({
  name: 'meetingItemConclude',
  description: 'Says how the talk about an item ended; it can be said anew. For who leads the meeting.',
  input: {
    description: 'Which item, and how.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The meeting.' }),
      itemId: t.id({ required: true, description: 'The item.' }),
      outcome: t.field({ type: MeetingOutcomeEnum, required: true, description: 'How it ended.' }),
    }),
  },
  parse: z.object({
    id: globalId('Meeting'),
    itemId: globalId('MeetingItem'),
    outcome: given<MeetingOutcome>(),
  }),
  action: meetingItemConclude,
  errors: PRESENTERS_ERRORS,
  payload: meetingPayload,
});
