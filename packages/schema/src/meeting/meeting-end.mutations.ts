/** The end of a meeting, and its minutes. */
import { meetingEnd, minutesConfirm, minutesObject } from '@redress/domain/actions/meeting-end';
import { z } from 'zod';
import { PARAGRAPH, globalId, text } from '../mutation/input.ts';
import { settingsField } from '../mutation/settings-field.ts';
import { PRESENTERS_ERRORS, meetingPayload } from './meeting-payload.ts';

settingsField({
  name: 'meetingEnd',
  description: 'Ends a meeting: what was done until now is in its minutes, and nothing after. For who leads it.',
  input: {
    description: 'Which meeting.',
    fields: (t) => ({ id: t.id({ required: true, description: 'The meeting.' }) }),
  },
  parse: z.object({ id: globalId('Meeting') }),
  action: meetingEnd,
  errors: PRESENTERS_ERRORS,
  payload: meetingPayload,
});

settingsField({
  name: 'minutesConfirm',
  description: 'Confirms the minutes of a meeting that has ended. For its host, and for who led it last.',
  input: {
    description: 'Of which meeting.',
    fields: (t) => ({ id: t.id({ required: true, description: 'The meeting.' }) }),
  },
  parse: z.object({ id: globalId('Meeting') }),
  action: minutesConfirm,
  errors: ['NotFoundError'],
  payload: meetingPayload,
});

settingsField({
  name: 'minutesObject',
  description:
    'Objects to confirmed minutes, within 24 hours of their confirmation. For who belongs to the meeting or was there.',
  input: {
    description: 'What is wrong in which minutes.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The meeting.' }),
      text: t.string({ required: true, description: 'What is wrong; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('Meeting'), text: text(PARAGRAPH) }),
  action: minutesObject,
  errors: ['NotFoundError'],
  payload: meetingPayload,
});
