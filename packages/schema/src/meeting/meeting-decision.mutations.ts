/** What is done with a decision in words after it was written down. */
import {
  meetingDecisionAmend,
  meetingDecisionFulfil,
  meetingDecisionWithdraw,
} from '@redress/domain/actions/meeting-decision';
import type { InputFieldBuilder } from '@pothos/core';
import { z } from 'zod';
import type { Types } from '../connection.ts';
import { PARAGRAPH, globalId, optionalText } from '../mutation/input.ts';
import { settingsField } from '../mutation/settings-field.ts';
import { decisionWords, decisionWordsFields } from './decision-words.ts';
import { PRESENTERS_ERRORS, meetingPayload } from './meeting-payload.ts';

const decisionFields = (t: InputFieldBuilder<Types, 'InputObject'>) => ({
  id: t.id({ required: true, description: 'The meeting that made it.' }),
  decisionId: t.id({ required: true, description: 'The decision.' }),
});
const decisionOf = { id: globalId('Meeting'), decisionId: globalId('MeetingDecision') };

settingsField({
  name: 'meetingDecisionAmend',
  description:
    'Puts right what was decided in words, whole, while the meeting runs; the log keeps what it said before. For who leads the meeting.',
  input: {
    description: 'What the decision says from now on.',
    fields: (t) => ({
      ...decisionFields(t),
      ...decisionWordsFields(t),
    }),
  },
  parse: z.object({
    ...decisionOf,
    ...decisionWords,
  }),
  action: meetingDecisionAmend,
  errors: PRESENTERS_ERRORS,
  payload: meetingPayload,
});

settingsField({
  name: 'meetingDecisionWithdraw',
  description:
    'Takes back what was decided in words, while the meeting runs: it is not in the minutes, and the log keeps it. For who leads the meeting.',
  input: { description: 'Which decision.', fields: decisionFields },
  parse: z.object(decisionOf),
  action: meetingDecisionWithdraw,
  errors: PRESENTERS_ERRORS,
  payload: meetingPayload,
});

settingsField({
  name: 'meetingDecisionFulfil',
  description:
    'Says that what was decided in words is done, in its meeting or at any time after. For who sees to it, and for coordinators.',
  input: {
    description: 'Which decision is done.',
    fields: (t) => ({
      ...decisionFields(t),
      note: t.string({ description: 'What came of it; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ ...decisionOf, note: optionalText(PARAGRAPH) }),
  action: meetingDecisionFulfil,
  errors: ['NotFoundError'],
  payload: meetingPayload,
});
