/** Keeping series of meetings. */
import { meetingSeriesArchive, meetingSeriesPut } from '@redress/domain/actions/meeting-series-put';
import { z } from 'zod';
import { builder } from '../builder.ts';
import { LINE, PARAGRAPH, globalId, optional, text } from '../mutation/input.ts';
import { settingsField } from '../mutation/settings-field.ts';
import { storable } from '../storable.ts';
import { itemMinutes } from './meeting-start.mutation.ts';
import { seriesPayload } from './series-payload.ts';

const MeetingRhythmInput = builder.inputType('MeetingRhythmInput', {
  description: 'When a series meets: once a week.',
  fields: (t) => ({
    weekday: t.int({ required: true, description: 'The day: 1 for Monday to 7 for Sunday.' }),
    startsAt: t.int({ required: true, description: 'The time of day, in minutes after midnight: 0 to 1,439.' }),
    timeZone: t.string({ required: true, description: 'On whose clock: a name of the IANA database.' }),
  }),
});

/** Minutes after midnight. */
export const startsAt = z.number().int().min(0, 'rhythmRange').max(1_439, 'rhythmRange');

const rhythm = z.object({
  weekday: z.number().int().min(1, 'rhythmRange').max(7, 'rhythmRange'),
  startsAt,
  timeZone: text(LINE),
});

/** What is left out, or null, stays as it is. */
const unlessSame = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? undefined);

settingsField({
  name: 'meetingSeriesPut',
  description:
    'Adds a series of meetings, or changes what is named of one; meetings that began are as they were. For coordinators.',
  input: {
    description: 'What the series says. Of one that is there, what is left out stays as it is.',
    fields: (t) => ({
      id: t.id({ description: 'Which series. Null: a new one.' }),
      name: t.string({ description: 'What it is called; at most 200 characters. A new one has to have it.' }),
      purpose: t.string({ description: 'What it is for; at most 2,000 characters.' }),
      memberIds: t.idList({ description: 'Who should be there; at most 100.' }),
      standingItems: t.stringList({
        description: 'What is always on the agenda, in order; at most 20, each at most 200 characters.',
      }),
      itemMinutes: t.int({ description: 'Minutes that are planned for an item, 1 to 240; 5 for a new one.' }),
      rhythm: t.field({
        type: MeetingRhythmInput,
        description: 'When it meets. Null: when somebody calls it; left out: as it is.',
      }),
      remindMinutes: t.int({
        description:
          'So many minutes before it meets, those who belong to it are reminded: 0 (never) to 1,440; 30 for a new one.',
      }),
      expectedRevision: t.int({
        description: 'The revision that was looked at; another one is refused with StaleSeriesError. Null: any.',
      }),
    }),
  },
  parse: z.object({
    id: optional(globalId('MeetingSeries')),
    name: unlessSame(text(LINE)),
    purpose: unlessSame(z.string().overwrite(storable).trim().max(PARAGRAPH, 'tooLong')),
    memberIds: unlessSame(z.array(globalId('Member')).max(100, 'tooMany')),
    standingItems: unlessSame(z.array(text(LINE)).max(20, 'tooMany')),
    itemMinutes: unlessSame(itemMinutes),
    rhythm: rhythm.nullish().transform((value) => value),
    remindMinutes: unlessSame(z.number().int().min(0, 'remindRange').max(1_440, 'remindRange')),
    expectedRevision: optional(z.number().int()),
  }),
  action: meetingSeriesPut,
  errors: ['StaleSeriesError', 'NotFoundError'],
  payload: seriesPayload,
});

settingsField({
  name: 'meetingSeriesArchive',
  description: 'Ends a series; its meetings and their minutes stay. For coordinators.',
  input: {
    description: 'Which series.',
    fields: (t) => ({ id: t.id({ required: true, description: 'The series.' }) }),
  },
  parse: z.object({ id: globalId('MeetingSeries') }),
  action: meetingSeriesArchive,
  errors: ['StaleSeriesError', 'NotFoundError'],
  payload: seriesPayload,
});
