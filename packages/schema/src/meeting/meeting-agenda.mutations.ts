/** Changing the agenda of a running meeting; its presenter does. */
import {
  meetingAgendaRenew,
  meetingItemAdd,
  meetingItemDrop,
  meetingItemMove,
  meetingItemRestore,
} from '@redress/domain/actions/meeting-agenda';
import { z } from 'zod';
import { LINE, globalId, optional, optionalText } from '../mutation/input.ts';
import { settingsField } from '../mutation/settings-field.ts';
import { PRESENTERS_ERRORS, meetingPayload } from './meeting-payload.ts';

settingsField({
  name: 'meetingItemAdd',
  description: 'Puts a complaint or another matter at the end of the agenda. For who leads the meeting.',
  input: {
    description: 'What is added: a number or a title.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The meeting.' }),
      number: t.string({ description: "A complaint's number." }),
      title: t.string({ description: 'What it is about, where that is no complaint; at most 200 characters.' }),
    }),
  },
  parse: z.object({ id: globalId('Meeting'), number: optionalText(LINE), title: optionalText(LINE) }),
  action: meetingItemAdd,
  errors: PRESENTERS_ERRORS,
  payload: meetingPayload,
});

settingsField({
  name: 'meetingItemMove',
  description: 'Puts an item elsewhere on the agenda. For who leads the meeting.',
  input: {
    description: 'Which item goes where.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The meeting.' }),
      itemId: t.id({ required: true, description: 'The item.' }),
      afterId: t.id({ description: 'The item that it goes behind. Null: to the top.' }),
    }),
  },
  parse: z.object({
    id: globalId('Meeting'),
    itemId: globalId('MeetingItem'),
    afterId: optional(globalId('MeetingItem')),
  }),
  action: meetingItemMove,
  errors: PRESENTERS_ERRORS,
  payload: meetingPayload,
});

settingsField({
  name: 'meetingItemDrop',
  description: 'Takes an item off the agenda that nobody has looked at yet. For who leads the meeting.',
  input: {
    description: 'Which item goes.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The meeting.' }),
      itemId: t.id({ required: true, description: 'The item.' }),
    }),
  },
  parse: z.object({ id: globalId('Meeting'), itemId: globalId('MeetingItem') }),
  action: meetingItemDrop,
  errors: PRESENTERS_ERRORS,
  payload: meetingPayload,
});

settingsField({
  name: 'meetingItemRestore',
  description:
    'Brings an item back that was taken off the agenda: the same one, with its reasons and who asked for it, where it stood. For who leads the meeting.',
  input: {
    description: 'Which item comes back.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The meeting.' }),
      itemId: t.id({ required: true, description: 'The item.' }),
    }),
  },
  parse: z.object({ id: globalId('Meeting'), itemId: globalId('MeetingItem') }),
  action: meetingItemRestore,
  errors: PRESENTERS_ERRORS,
  payload: meetingPayload,
});

settingsField({
  name: 'meetingAgendaRenew',
  description:
    'Adds what has come to need the meeting since the agenda was made; what was taken off stays off. For who leads the meeting.',
  input: {
    description: 'Of which meeting.',
    fields: (t) => ({ id: t.id({ required: true, description: 'The meeting.' }) }),
  },
  parse: z.object({ id: globalId('Meeting') }),
  action: meetingAgendaRenew,
  errors: PRESENTERS_ERRORS,
  payload: meetingPayload,
});
