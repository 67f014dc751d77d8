import { meetingStart } from '@redress/domain/actions/meeting-start';
import { z } from 'zod';
import { LINE, PARAGRAPH, globalId, optional, optionalText } from '../mutation/input.ts';
import { settingsField } from '../mutation/settings-field.ts';
import { meetingPayload } from './meeting-payload.ts';

/** Minutes that may be planned for an item. */
export const itemMinutes = z.number().int().min(1, 'itemMinutesRange').max(240, 'itemMinutesRange');

settingsField({
  name: 'meetingStart',
  description:
    'Begins a meeting, with its agenda made from the board as it is now. Who starts it is its host and leads it. A series has no two at once: where one goes on, that one is answered. For coordinators.',
  input: {
    description: 'Which meeting. What is left out is as the series has it.',
    fields: (t) => ({
      seriesId: t.id({ description: 'The series that it belongs to. Null: it stands alone.' }),
      name: t.string({ description: 'What it is called; required without a series. At most 200 characters.' }),
      purpose: t.string({ description: 'What it is for; at most 2,000 characters.' }),
      memberIds: t.idList({ description: 'Who should be there; at most 100.' }),
      itemMinutes: t.int({ description: 'Minutes that are planned for an item, 1 to 240. Null: 5.' }),
    }),
  },
  parse: z.object({
    seriesId: optional(globalId('MeetingSeries')),
    name: optionalText(LINE),
    purpose: optionalText(PARAGRAPH),
    memberIds: optional(z.array(globalId('Member')).max(100, 'tooMany')),
    itemMinutes: optional(itemMinutes),
  }),
  action: meetingStart,
  errors: ['NotFoundError'],
  payload: meetingPayload,
});
