import { surveyNoAnswer } from '@redress/domain/actions/survey-call';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { PARAGRAPH, globalId, optionalText } from '../mutation/input.ts';

actionField({
  name: 'surveyNoAnswer',
  description:
    'Records that somebody called about the survey and reached nobody: it goes on. Who handled the case never calls.',
  input: {
    description: 'Which complaint was called about.',
    fields: (t) => ({
      complaintId: t.id({ required: true, description: 'The complaint.' }),
      note: t.string({ description: 'What there is to say about the call; at most 2,000 characters.' }),
    }),
  },
  parse: z.object({ complaintId: globalId('Complaint'), note: optionalText(PARAGRAPH) }),
  action: surveyNoAnswer,
  refusals: ['SURVEY_ENDED', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'survey'] },
});
