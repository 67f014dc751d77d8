/** Coming to a meeting and leaving it. */
import { meetingJoin, meetingLeave } from '@redress/domain/actions/meeting-attend';
import { z } from 'zod';
import { globalId, optional } from '../mutation/input.ts';
import { settingsField } from '../mutation/settings-field.ts';
import { PRESENTERS_ERRORS, meetingPayload } from './meeting-payload.ts';

settingsField({
  name: 'meetingJoin',
  description:
    'Takes somebody down as being at a meeting. Members do so for themselves, who leads it for anybody in the room.',
  input: {
    description: 'Who is there.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The meeting.' }),
      memberId: t.id({ description: 'Who came. Null: the caller.' }),
      standsInForId: t.id({ description: 'The member in whose place they came. Null: for themselves.' }),
    }),
  },
  parse: z.object({
    id: globalId('Meeting'),
    memberId: optional(globalId('Member')),
    standsInForId: optional(globalId('Member')),
  }),
  action: meetingJoin,
  errors: PRESENTERS_ERRORS,
  payload: meetingPayload,
});

settingsField({
  name: 'meetingLeave',
  description:
    'Takes somebody down as having left. Members do so for themselves, who leads it for anybody; the lead stays until somebody takes it over.',
  input: {
    description: 'Who left.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The meeting.' }),
      memberId: t.id({ description: 'Who left. Null: the caller.' }),
    }),
  },
  parse: z.object({ id: globalId('Meeting'), memberId: optional(globalId('Member')) }),
  action: meetingLeave,
  errors: PRESENTERS_ERRORS,
  payload: meetingPayload,
});
