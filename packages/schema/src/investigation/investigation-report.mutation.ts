import { investigationReport } from '@redress/domain/actions/investigation-report';
import { z } from 'zod';
import { actionField } from '../mutation/action-field.ts';
import { expectedVersion, expectedVersionField } from '../mutation/expected-version.ts';
import { LONG_TEXT, globalId, text } from '../mutation/input.ts';

actionField({
  name: 'investigationReport',
  description:
    "Hands in the report of an investigation, whole; a later one of the round takes its place. Members of the complaint's department do, and coordinators.",
  input: {
    description: 'What happened, what was found, what follows.',
    fields: (t) => ({
      complaintId: t.id({ required: true, description: 'The complaint.' }),
      course: t.string({ required: true, description: 'What happened; at most 20,000 characters.' }),
      findings: t.string({ required: true, description: 'What was found; at most 20,000 characters.' }),
      conclusion: t.string({ required: true, description: 'What follows from it; at most 20,000 characters.' }),
      expectedVersion: expectedVersionField(t),
    }),
  },
  parse: z.object({
    complaintId: globalId('Complaint'),
    course: text(LONG_TEXT),
    findings: text(LONG_TEXT),
    conclusion: text(LONG_TEXT),
    expectedVersion,
  }),
  action: investigationReport,
  refusals: ['STALE_VERSION', 'NOT_FOUND', 'FORBIDDEN'],
  payload: { shows: ['complaint', 'investigation'] },
});
