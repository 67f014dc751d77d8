/** Moving or calling off one date of a series. */
import { meetingDateCallOff, meetingDateMove, meetingDatePutBack } from '@redress/domain/actions/meeting-date';
import { isDay } from '@redress/domain/rules/days';
import type { InputFieldBuilder } from '@pothos/core';
import { z } from 'zod';
import type { Types } from '../connection.ts';
import { LINE, globalId, optionalText, text } from '../mutation/input.ts';
import { settingsField } from '../mutation/settings-field.ts';
import { startsAt } from './meeting-series.mutations.ts';
import { seriesPayload } from './series-payload.ts';

const dateFields = (t: InputFieldBuilder<Types, 'InputObject'>) => ({
  seriesId: t.id({ required: true, description: 'The series.' }),
  day: t.string({ required: true, description: 'Which of its dates ahead: the `day` of it.' }),
  expectedRevision: t.int({
    required: true,
    description: 'The `revision` of the date that was looked at; another one is refused with StaleSeriesError.',
  }),
});

const day = z.string().refine(isDay, 'malformedDay');
const date = { seriesId: globalId('MeetingSeries'), day, expectedRevision: z.number().int() };

settingsField({
  name: 'meetingDateMove',
  description:
    'Has one meeting of a series at another time, between the meetings before and after it and twelve hours from both. For coordinators.',
  input: {
    description: 'Which date, and where to.',
    fields: (t) => ({
      ...dateFields(t),
      toDay: t.string({
        required: true,
        description: "The day that it is moved to, on the series' clock, as 2026-11-25.",
      }),
      toStartsAt: t.int({
        required: true,
        description: 'The time of that day, in minutes after midnight: 0 to 1,439.',
      }),
      reason: t.string({ description: 'Why; at most 200 characters. Null: nobody says.' }),
    }),
  },
  parse: z.object({ ...date, toDay: day, toStartsAt: startsAt, reason: optionalText(LINE) }),
  action: meetingDateMove,
  errors: ['StaleSeriesError', 'NotFoundError'],
  payload: seriesPayload,
});

settingsField({
  name: 'meetingDateCallOff',
  description:
    'Calls one meeting of a series off; what it was asked to talk about waits for the next one. For coordinators.',
  input: {
    description: 'Which date, and why.',
    fields: (t) => ({
      ...dateFields(t),
      reason: t.string({ required: true, description: 'Why; at most 200 characters.' }),
    }),
  },
  parse: z.object({ ...date, reason: text(LINE) }),
  action: meetingDateCallOff,
  errors: ['StaleSeriesError', 'NotFoundError'],
  payload: seriesPayload,
});

settingsField({
  name: 'meetingDatePutBack',
  description:
    'Has a meeting that was moved or called off as the rhythm says, while that is still ahead. For coordinators.',
  input: { description: 'Which date.', fields: dateFields },
  parse: z.object(date),
  action: meetingDatePutBack,
  errors: ['StaleSeriesError', 'NotFoundError'],
  payload: seriesPayload,
});
