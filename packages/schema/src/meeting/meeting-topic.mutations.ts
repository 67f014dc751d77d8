/** Preparing the next meeting of a series. */
import { meetingTopicAdd, meetingTopicRemove, meetingTopicRestore } from '@redress/domain/actions/meeting-topic';
import { z } from 'zod';
import { LINE, PARAGRAPH, globalId, optionalText } from '../mutation/input.ts';
import { settingsField } from '../mutation/settings-field.ts';
import { seriesPayload } from './series-payload.ts';

settingsField({
  name: 'meetingTopicAdd',
  description:
    'Asks the next meeting of a series to talk about a complaint or another matter: it comes to its agenda when that begins. For who belongs to the series, and coordinators.',
  input: {
    description: 'What to talk about: a number or a title.',
    fields: (t) => ({
      seriesId: t.id({ required: true, description: 'The series.' }),
      number: t.string({ description: "The number of a complaint in the caller's sight." }),
      title: t.string({ description: 'What it is about, where that is no complaint; at most 200 characters.' }),
      note: t.string({
        description: 'What is asked of the meeting, or what it should know; at most 2,000 characters. Null: nothing.',
      }),
    }),
  },
  parse: z.object({
    seriesId: globalId('MeetingSeries'),
    number: optionalText(LINE),
    title: optionalText(LINE),
    note: optionalText(PARAGRAPH),
  }),
  action: meetingTopicAdd,
  errors: ['NotFoundError'],
  payload: seriesPayload,
});

settingsField({
  name: 'meetingTopicRemove',
  description: 'Takes a topic back, before a meeting has it. For who asked for it, and coordinators.',
  input: {
    description: 'Which topic.',
    fields: (t) => ({ id: t.id({ required: true, description: 'The topic.' }) }),
  },
  parse: z.object({ id: globalId('MeetingTopic') }),
  action: meetingTopicRemove,
  errors: ['NotFoundError'],
  payload: seriesPayload,
});

settingsField({
  name: 'meetingTopicRestore',
  description:
    'Brings back a topic that was taken back, with its note and who asked for it: it waits for the next meeting, behind the others. For who asked for it, and coordinators.',
  input: {
    description: 'Which topic comes back.',
    fields: (t) => ({ id: t.id({ required: true, description: 'The topic.' }) }),
  },
  parse: z.object({ id: globalId('MeetingTopic') }),
  action: meetingTopicRestore,
  errors: ['NotFoundError'],
  payload: seriesPayload,
});
